"""vtrack: tracks the targets of local development plans and checks the figures reported against them."""

__version__ = "0.1.0"
