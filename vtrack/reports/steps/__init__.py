"""The arithmetic of a verdict in words, step by step with the real numbers: one module a kind of form.

:func:`vtrack.reports.steps.verdict.steps_of` chooses it. Every formula is exact and comes to what the verdict holds.
"""
