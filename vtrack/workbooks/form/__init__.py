"""The workbook that is sent out: what it lists, its cells, its look."""
