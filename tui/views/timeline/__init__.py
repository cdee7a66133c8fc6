"""What happened, what is expected, what came later."""
