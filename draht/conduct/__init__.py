"""The house rules of a company: what holds for everybody who acts for it, in versions, each acknowledged by each.

Owns the texts, who acknowledged them, and a ready set to begin with. Must not know where people write: composers ask
`draht.posts.beside`, which this room answers.
"""
