"""Rules about verdicts: the targets that are missed, broken, late, behind, unreported or unfinished."""
