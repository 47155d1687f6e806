"""What statuses, forms, lamps and severities mean: one text each, in both languages, with examples that are tested.

``vtrack explain`` shows these texts, and ``tools/docs.py`` writes them into the pages of the documentation.
"""
