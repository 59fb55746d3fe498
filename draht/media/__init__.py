"""Pictures that people upload: checked, re-encoded, kept as files in sizes, served.

Owns pictures and their files. Must not know what a picture is shown with: an owner is an actor's id, no more.

Take a picture in with `actions.take_in` (outside of a transaction: it reads and writes pictures), show it with
`queries.address(key, size)`, forget it with `actions.remove`.
"""
