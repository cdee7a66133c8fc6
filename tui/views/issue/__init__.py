"""One issue as a dispute: the question, who says what and when, what each text says, which lines it touches, what divides them."""
