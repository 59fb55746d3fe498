"""Pages that show several rooms at once, and those that belong to none: the profile; about, help, privacy, imprint.

Decides nothing and owns no table: it asks the rooms below and puts their parts together.
"""
