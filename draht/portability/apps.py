"""Registers the room."""

from django.apps import AppConfig


class PortabilityApp(AppConfig):
    name = "draht.portability"
    label = "portability"
