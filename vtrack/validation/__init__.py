"""Plain data against the JSON Schemas: a fast yes or no, and for a no what is wrong, as data.

``jsonschema-rs`` says whether a file is in order; ``jsonschema`` explains one that is not. Both read the same
schemas that editors and other checkers read, shipped as ``vtrack.schemas``.
"""
