"""The home feed: newest first, from the actors one is tied to, each entry with the one cause why it is there.

Owns no table: it reads what others recorded (`actors.Activity`, ties) when the page is asked for, so that a block, a
mute or a changed audience holds at once and a post costs the same however many follow its author. Must not know what a
post looks like (`posts` does) or who is told about it (`notifications` does).
"""
