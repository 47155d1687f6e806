"""Rules about the soundness of a plan: owners, deadlines, statements, and whether its targets can all hold."""
