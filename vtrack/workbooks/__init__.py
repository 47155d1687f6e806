"""Workbooks that clerks fill in: written from plans, read back with every fault at its cell."""
