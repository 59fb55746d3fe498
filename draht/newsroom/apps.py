"""Registers the room, and what the log of a company says of it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomApp(AppConfig):
    name = "draht.newsroom"
    label = "newsroom"

    def ready(self) -> None:
        """The log lies below and cannot ask this room, so it tells it."""
        from draht.companies.sentences import say

        say(
            {
                "draft begun": _("%(who)s began a draft."),
                "draft written": _("%(who)s laid a draft before the company."),
                "draft revised": _("%(who)s laid a changed draft before the company."),
                "draft withdrawn": _("%(who)s withdrew a draft."),
                "draft returned": _("%(who)s returned a draft to %(whom)s."),
                "draft released": _("%(who)s released a draft by %(whom)s."),
                "draft published": _("%(who)s published a draft."),
                "draft planned": _("%(who)s planned when a draft is published."),
                "draft unplanned": _("%(who)s stopped the publication of a draft."),
                "draft came out": _("A planned draft was published."),
                "draft stopped": _("A planned draft could not be published."),
            }
        )
