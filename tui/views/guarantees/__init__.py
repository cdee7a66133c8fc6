"""The security guarantees on offer, on their axes."""
