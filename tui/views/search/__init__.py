"""What holds the words that a reader looks for."""
