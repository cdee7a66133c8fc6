"""Who is at the table, and what each wants."""
