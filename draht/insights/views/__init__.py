"""Pages of insights: a post's trail, a company's months and goals."""
