"""Ways in: the list of contacts, one contact, requests, releases."""
