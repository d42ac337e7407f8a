"""Who is named in a text: by name, by office on its day, as a counterpart, as a group or a body."""
