"""Accounts: who may come in. Users, sign-in, invitations, house rules and their acknowledgement.

Must not know what a member does here: profiles, contacts and posts live on higher floors.
"""
