"""How the plans differ, row by row and word by word."""
