"""Articles in English: the same events and claims, read by the word order of English."""
