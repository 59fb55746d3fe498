"""Registers the room, and what the log of a company says of it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GiveawaysApp(AppConfig):
    name = "draht.giveaways"
    label = "giveaways"

    def ready(self) -> None:
        """The team's log tells every step of a giveaway."""
        from draht.companies.sentences import say

        say(
            {
                "giveaway-draft": _("%(who)s drafted the giveaway “%(title)s”."),
                "giveaway-deleted": _("%(who)s deleted the draft of the giveaway “%(title)s”."),
                "giveaway-running": _("%(who)s started the giveaway “%(title)s”."),
                "giveaway-closed": _("The giveaway “%(title)s” is closed: the list of entrants is fixed."),
                "giveaway-called_off": _("%(who)s called off the giveaway “%(title)s”."),
                "giveaway-drawn": _("%(who)s entered the public value, and the giveaway “%(title)s” was drawn."),
                "giveaway-confirmed": _("A winner of the giveaway “%(title)s” takes the prize."),
                "giveaway-declined": _("A winner of the giveaway “%(title)s” does without the prize."),
                "giveaway-lapsed": _("A winner of the giveaway “%(title)s” did not answer: the next one is asked."),
                "giveaway-cleared": _("The data of the entrants of “%(title)s” are deleted."),
            }
        )
