"""Registers the room."""

from django.apps import AppConfig


class GiveawaysApp(AppConfig):
    name = "draht.giveaways"
    label = "giveaways"
