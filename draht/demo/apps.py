"""The app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "draht.demo"
    label = "demo"
