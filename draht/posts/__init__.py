"""Posts: what actors write, and what others do with it: comments, likes, recommendations.

Owns who may read a post (`rules.readable_by`), asked from everywhere. Must not know requests for contact, feeds or
notices: it records what happened, and they listen.
"""
