"""The commands, one module each: parse, call, report, exit code. Listed in :mod:`vtrack.cli`."""
