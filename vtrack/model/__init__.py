"""The domain as frozen data: a locality's plan, its targets and their forms, bounds, periods and figures.

Knows nothing of files, YAML or the command line. Figures and bounds are exact fractions.
"""
