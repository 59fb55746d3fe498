"""Media as a Django app."""

from django.apps import AppConfig


class MediaApp(AppConfig):
    name = "draht.media"
    label = "media"
