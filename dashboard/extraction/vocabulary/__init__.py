"""The words that rules look up, from ``data/``: triggers, titles, function words, known actors."""
