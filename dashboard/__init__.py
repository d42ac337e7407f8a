"""Tawqit: Arabic news read into a table of dated events, and shown as timelines, tolls and maps."""

__version__ = "0.1.0"
