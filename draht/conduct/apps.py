"""Registers the room, what the log of a company says of it, and the rules beside the composer."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConductApp(AppConfig):
    name = "draht.conduct"
    label = "conduct"

    def ready(self) -> None:
        """Composers lie below and cannot ask this room, so it tells them."""
        from draht.companies.sentences import say
        from draht.conduct.queries import rules_beside
        from draht.posts.beside import add

        say(
            {
                "rules written": _("%(who)s put house rules into force."),
                "rules acknowledged": _("%(who)s acknowledged the house rules."),
            }
        )
        add(words=rules_beside)
