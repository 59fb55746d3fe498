"""Companies: the pages of firms, and the teams that run them.

Owns what a company says of itself, its names, places and hours, who may do what for it (roles), and the page's own log.
That somebody may speak for a company is a `Voice` in `actors`, granted here. Must not know enquiries, giveaways, goals,
jobs or groups.
"""
