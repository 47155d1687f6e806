"""Verdicts: one module a form, each ``assess`` a pure function of a target, its figures and a day.

FORMAT §5 is the contract. All arithmetic is on exact fractions; nothing is rounded before it is compared.
"""
