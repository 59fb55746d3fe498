"""Ways in: pages put together from the parts of several rooms, and the texts of this network."""
