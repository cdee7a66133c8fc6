"""What can be exported, one module each: `pages` for documents, `table` for CSV, `data` for JSON, all from the same answers."""
