"""Rules about reported figures: what they speak of, their days, their size and their evidence."""
