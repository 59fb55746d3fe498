"""`draht rebuild-trails`: make the trails of all posts anew."""

from typing import Any

from django.core.management.base import BaseCommand

from draht.insights.actions import rebuild_trails


class Command(BaseCommand):
    help = "Make the trails of all posts anew from the recommendations that are there."

    def handle(self, **options: Any) -> None:
        """Say how many there are."""
        self.stdout.write(f"{rebuild_trails():,} trails made anew.")
