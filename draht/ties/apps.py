"""Registers the room."""

from django.apps import AppConfig


class TiesApp(AppConfig):
    name = "draht.ties"
    label = "ties"
