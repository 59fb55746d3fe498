"""Registers the room."""

from django.apps import AppConfig


class PagesApp(AppConfig):
    name = "draht.pages"
    label = "pages"
