"""What changed since an earlier commit: git's files as they were, and the differences that matter, as data."""
