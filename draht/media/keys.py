"""The names of pictures in addresses and on the disk."""

import secrets


def new_key() -> str:
    """128 bits that nobody guesses, in letters that every file system and address tells apart."""
    return secrets.token_hex(16)
