"""Ways in: lists and pages, building, taking part, the draw, the files."""
