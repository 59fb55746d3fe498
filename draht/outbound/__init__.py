"""Outbound: the only way in which Draht asks other machines for something: DNS, and files over HTTPS.

Owns what is safe to ask: public addresses only, small answers, little time, no way to be led elsewhere. Must not know
why somebody asks. Jobs call it, never a request that a person waits for.
"""

from draht.outbound.fetch import fetch
from draht.outbound.names import addresses_of, texts_of
from draht.outbound.reach import PUBLIC, Reach, Unreachable

__all__ = ["PUBLIC", "Reach", "Unreachable", "addresses_of", "fetch", "texts_of"]
