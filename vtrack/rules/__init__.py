"""The rules: one folder a family, one module a rule.

A rule's module holds its ``SEVERITY``, its ``check`` and, as docstring, its documentation in English and Chinese
with a bad and a good example. All rules are listed in :mod:`vtrack.rules.registry`.
"""
