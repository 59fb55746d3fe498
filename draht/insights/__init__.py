"""Insights: what can be read from what happened, without watching anybody. The trail of a recommendation.

Built from recommendations and ties, and can be rebuilt from them at any time. Must not know who looked at what: nobody
writes that down.
"""
