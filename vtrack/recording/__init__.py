"""Entering figures: what was typed, understood; the progress file with it; the check before it is saved; the saving."""
