"""Registers the room."""

from django.apps import AppConfig


class MembersApp(AppConfig):
    name = "draht.members"
    label = "members"
