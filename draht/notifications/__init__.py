"""Notices: what others did that concerns a member, told once, grouped, never nagging.

Listens to the events of posts, contacts, ties, enquiries and giveaways (`draht/config/wiring.py`). Owns no act: whoever
liked or asked is recorded elsewhere, and a notice can go without anything being lost.
"""
