"""Registers the room."""

from django.apps import AppConfig


class FeedApp(AppConfig):
    name = "draht.feed"
    label = "feed"
