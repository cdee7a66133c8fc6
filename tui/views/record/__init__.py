"""One record, whole: its fields, who says so, what refers to it."""
