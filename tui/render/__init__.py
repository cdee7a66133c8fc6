"""Pages and answers made into text, documents and tables, each for a medium of its own."""
