"""Many localities: several processes, and results kept from one run to the next."""
