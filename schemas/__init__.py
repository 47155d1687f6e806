"""The JSON Schemas (draft 2020-12) of vtrack's files and of its JSON report."""
