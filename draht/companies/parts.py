"""The pages around a company's page, in the few parts that a team thinks in.

Those of rooms above are named by their addresses; where such a room is not installed, its pages are not there.
"""

from collections.abc import Collection
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from draht.companies.rules import Right


class Place(NamedTuple):
    """A page: its key, what it is called, the name of its address, and the right without which it is not offered."""

    key: str
    label: Promise
    address: str
    right: Right | None = None


class Part(NamedTuple):
    """Pages about one thing; the first one is where its name leads."""

    label: Promise
    places: tuple[Place, ...]


_PARTS = (
    Part(pgettext_lazy("company", "Page"), (Place("page", pgettext_lazy("company", "Page"), "companies:page"),)),
    Part(
        pgettext_lazy("company", "News"),
        (
            Place("drafts", _("Drafts"), "newsroom:drafts", Right.WRITE),
            Place("calendar", _("Calendar"), "newsroom:calendar", Right.WRITE),
        ),
    ),
    Part(
        pgettext_lazy("company", "Figures"),
        (Place("figures", _("Goals and figures"), "insights:figures", Right.FIGURES),),
    ),
    Part(
        pgettext_lazy("company", "Rules"),
        (
            Place("rules", _("House rules"), "conduct:rules"),
            Place("watch", _("Before publishing"), "companies:watch", Right.MANAGE),
        ),
    ),
    Part(
        _("Team"),
        (
            Place("team", _("Team"), "companies:team"),
            Place("people", _("Who works here"), "companies:people", Right.MANAGE),
            Place("mandates", _("Mandates"), "companies:mandates", Right.MANAGE),
            Place("proof", _("Right to the page"), "companies:proof", Right.MANAGE),
            Place("log", _("Log"), "companies:log"),
        ),
    ),
)


def parts_for(rights: Collection[Right]) -> list[Part]:
    """What somebody with these rights is offered; no part without a page."""
    found = [
        part._replace(places=tuple(place for place in part.places if place.right is None or place.right in rights))
        for part in _PARTS
    ]
    return [part for part in found if part.places]
