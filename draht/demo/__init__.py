"""The demo trade "Draht, Kabel und Rohre": invented people, firms and conversations, built by the public actions.

What is told lies as data in `trade/`; `trade.py` reads and checks it, `rhythm.py` says when things happened, `web.py`
who knows whom, `teams.py` who speaks for which company, `portraits.py` draws faces, `build.py` lets it all happen. It
must not write to any table by itself.
"""
