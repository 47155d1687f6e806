"""Rules about the bytes and the YAML of a file, whatever it is about."""
