"""What is told around a deed or an encounter: its day and place, who says so, who denies it."""
