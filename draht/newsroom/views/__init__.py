"""Ways in: the desk with all drafts, one draft, where it is written, the calendar."""
