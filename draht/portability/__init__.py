"""Portability: a network comes in from elsewhere, and what a member wrote goes out with them.

Translates between files and the actions and intakes of the rooms below; decides nothing. What was brought in is
remembered (`models.Imported`), so that a run that was killed goes on and nothing comes in twice.
"""
