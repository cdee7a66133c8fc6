"""What each party will not give up, and which texts touch it."""
