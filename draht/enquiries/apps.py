"""Registers the room, and what the log of a company says of it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EnquiriesApp(AppConfig):
    name = "draht.enquiries"
    label = "enquiries"

    def ready(self) -> None:
        """The team's log tells what its desk changed."""
        from draht.companies.sentences import say

        say({"desk": _("%(who)s changed what the company promises to those who ask.")})
