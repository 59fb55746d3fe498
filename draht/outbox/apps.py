"""The outbox as a Django app."""

from django.apps import AppConfig


class OutboxApp(AppConfig):
    name = "draht.outbox"
    label = "outbox"
