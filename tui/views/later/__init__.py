"""What was not yet public on a day, and what made it known."""
