"""Registers the room."""

from django.apps import AppConfig


class InsightsApp(AppConfig):
    name = "draht.insights"
    label = "insights"
