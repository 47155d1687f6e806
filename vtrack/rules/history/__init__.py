"""Rules about what changed since an earlier commit: past figures and targets that moved without a stated reason."""
