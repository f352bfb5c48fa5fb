"""What each command does: ask for the words that are missing, then hand the desk's verb to the clerk."""
