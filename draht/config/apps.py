"""Starts the house."""

from django.apps import AppConfig


class ConfigApp(AppConfig):
    name = "draht.config"
    label = "config"

    def ready(self) -> None:
        """Connect events with their listeners, and the clock with what it runs."""
        from draht import outbox
        from draht.config.clock import CLOCK
        from draht.config.wiring import wire

        wire()
        outbox.run_by_the_clock(CLOCK)
