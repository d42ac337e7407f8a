"""Figures: pure functions from a DataFrame to a plotly Figure."""
