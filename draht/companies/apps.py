"""Registers the room."""

from django.apps import AppConfig


class CompaniesApp(AppConfig):
    name = "draht.companies"
    label = "companies"
