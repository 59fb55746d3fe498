"""The page walk: every address, for everybody who may come along, in both languages, over the whole demo trade.

`table.py` says what each address answers to whom; `world.py` is the trade with the walkers in it, `things.py` what its
addresses are about; `markup.py`, `words.py` and `vault.py` know what a page must be, must not say and must not tell.
"""
