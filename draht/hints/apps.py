"""Registers the room."""

from django.apps import AppConfig


class HintsApp(AppConfig):
    name = "draht.hints"
    label = "hints"
