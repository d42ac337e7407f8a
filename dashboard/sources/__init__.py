"""Files as they come: notes, plain text, JSON Lines and web pages, each read into documents."""

from dashboard.sources.files import (
    SUFFIXES,
    SourceError,
    read,
    readable_files,
    text_document,
    to_come,
)

__all__ = ["SUFFIXES", "SourceError", "read", "readable_files", "text_document", "to_come"]
