"""Actors: whoever can speak, be followed or be addressed. One table for persons, companies, groups and hashtags.

Holds what every page shows of an actor (name, handle, headline, picture, hue) and the record of who did what
(`Activity`), from which feeds are read. Must not know accounts' secrets, ties between actors or what was written.
"""
