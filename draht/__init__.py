"""Draht: a business network that a trade runs itself. The map is ARCHITECTURE.md."""

__version__ = "0.1.0"
