"""Rules about waivers: those that ran out, that nothing needs, or that speak of what cannot be waived."""
