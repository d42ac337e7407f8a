"""The event table: what was read, kept on Delta Lake and asked through DuckDB."""
