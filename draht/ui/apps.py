"""Names the room."""

from django.apps import AppConfig


class UiApp(AppConfig):
    name = "draht.ui"
    label = "ui"
