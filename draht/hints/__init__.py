"""A hint before something is published for a company: what looks as if it should stay inside, with the reason.

Who writes goes on with one click, and only the number of hints is kept: never a text, never who. Must not know what is
published: posts, comments, drafts and answers ask here.
"""
