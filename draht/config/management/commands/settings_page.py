"""`draht settings-page`: the page of the manual about settings, made from their declarations."""

from typing import Any

from django.core.management.base import BaseCommand

from draht.config.declared import settings_page


class Command(BaseCommand):
    help = "Print docs/running/settings.md: every setting with its type, default and meaning."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Print it."""
        self.stdout.write(settings_page(), ending="")
