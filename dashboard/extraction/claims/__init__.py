"""Casualty claims: people counted as killed, wounded, missing, detained or displaced."""
