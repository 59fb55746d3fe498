"""Registers the room."""

from django.apps import AppConfig


class ActorsApp(AppConfig):
    name = "draht.actors"
    label = "actors"
