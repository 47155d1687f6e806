"""A workbook as a file: its package, its XML and its cells, read on guard. Knows nothing of targets."""
