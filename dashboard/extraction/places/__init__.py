"""Which places a text names, which of several of one name, how exactly, and in which state."""
