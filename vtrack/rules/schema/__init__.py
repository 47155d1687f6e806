"""Rules about the shape of a file's data: keys, types, words, dates and ids."""
