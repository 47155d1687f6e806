"""Bytes to plain data with positions; knows nothing of plans and targets.

``read`` is the way in: decoding, hints about what a Chinese keyboard mistypes, a guarded reading of the YAML, and
plain data (dicts, lists, strings, exact numbers) whose every key and value can be found again by line and column.
"""
