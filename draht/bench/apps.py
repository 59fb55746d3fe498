"""Registers the room."""

from django.apps import AppConfig


class BenchApp(AppConfig):
    name = "draht.bench"
    label = "bench"
