"""The workbook that comes back: what was typed, which target it is about, and what is to be said of it."""
