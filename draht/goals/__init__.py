"""Goals of companies: what a page is for, by which indicators one sees it, how much by when, and what serves it.

Only for the team. Must not count anything: figures are made by `insights` from what happened anyway.
"""
