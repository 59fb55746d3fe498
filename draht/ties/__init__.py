"""Ties: what holds between two actors: follow, contact, membership, block, mute. One table, each tie one row.

A contact is two rows, one from each side, so that everything about an actor is found under its own id. Must not know
why a tie came about: requests belong to contacts, membership to groups.
"""
