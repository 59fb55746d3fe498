"""Keeping order: appeals of those whose words were hidden, and what the host decides about them, with reasons.

Why something was hidden is a fact of the post below which it stands (`draht.posts.models.Hiding`). Must not know who a
company's people are, nor hide anything by itself.
"""
