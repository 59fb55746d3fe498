"""Giveaways: prizes that a company gives away by a draw which anybody can recompute.

Owns the terms, frozen and hashed at the start, the entries, the proof of the draw and the winners. How a draw is
computed stands in one file of the standard library alone, `recompute.py`, which people can download and run. Must not
know likes, recommendations or marketing: taking part depends on nothing but taking part.
"""
