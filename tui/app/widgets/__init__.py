"""The few widgets that carry every pane. Each draws lines from a model it is handed, and never mounts a child per row."""
