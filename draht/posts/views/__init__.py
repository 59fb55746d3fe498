"""Ways in to posts."""
