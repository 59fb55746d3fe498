"""Members: persons with an account, under their real names. Profile, business card, the directory, and who is looking.

Must not know contacts, releases or posts: what a contact may see of a card is decided in `contacts`.
"""
