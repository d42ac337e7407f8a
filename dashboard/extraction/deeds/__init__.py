"""Events other than encounters (attacks, protests, deals, aid), and whether they were made."""
