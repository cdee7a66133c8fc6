"""The first page: what the briefing is about, where things stand, what comes next."""
