"""Registers the room."""

from django.apps import AppConfig


class EnquiriesApp(AppConfig):
    name = "draht.enquiries"
    label = "enquiries"
