"""What `vtrack record` and the prompts do: one figure, or one after the other as they are asked for."""
