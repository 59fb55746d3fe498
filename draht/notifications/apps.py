"""Registers the room."""

from django.apps import AppConfig


class NotificationsApp(AppConfig):
    name = "draht.notifications"
    label = "notifications"
