"""Registers the room."""

from django.apps import AppConfig


class ModerationApp(AppConfig):
    name = "draht.moderation"
    label = "moderation"
