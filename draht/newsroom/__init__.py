"""What a company is going to publish: drafts of posts and articles, their release, when they come out, the calendar.

Owns what is not published yet. Must not know how posts are shown: `posts` publishes what is ready.
"""
