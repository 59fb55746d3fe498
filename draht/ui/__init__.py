"""How Draht looks: the frame of a page, its components, colours, icons and small scripts.

Owns everything about look and nothing about meaning: it knows no other room, only what their pages hand to its macros.
"""
