"""Registers the room."""

from django.apps import AppConfig


class ContactsApp(AppConfig):
    name = "draht.contacts"
    label = "contacts"
