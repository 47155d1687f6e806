"""Reports: one module an output format, each a pure function of a result to a text.

All formats are listed in :mod:`vtrack.reports.formats`.
"""
