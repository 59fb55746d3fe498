"""Registers the room."""

from django.apps import AppConfig


class GoalsApp(AppConfig):
    name = "draht.goals"
    label = "goals"
