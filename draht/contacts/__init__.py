"""Contacts: requests with a ground, and what each of two contacts releases of their business card to the other.

Owns requests, the budget of open ones, releases, and a member's own tags and notes about contacts. That two are
contacts is a tie. Must not know posts, feeds or notices.
"""
