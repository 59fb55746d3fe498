"""The places a page leads to. Their rooms lie above this one, so they are known by the names of their addresses."""

import functools
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Viewer(Protocol):
    """What the frame of a page needs of the member who looks at it."""

    @property
    def handle(self) -> str: ...
    @property
    def unread_notices(self) -> int: ...
    @property
    def open_requests(self) -> int: ...


@dataclass(frozen=True)
class Place:
    """One entry of a menu. `count` names the viewer's attribute with the number of things waiting there."""

    route: str
    label: Promise
    icon: str
    count: str = ""


MAIN = (
    Place("home", pgettext_lazy("place", "Home"), "house"),
    Place("contacts:list", _("Contacts"), "users", count="open_requests"),
    Place("members:directory", _("Members"), "contact-round"),
    Place("companies:directory", _("Companies"), "factory"),
    Place("notifications:list", _("Notices"), "bell", count="unread_notices"),
)
# At the bottom of small screens, where five places have room: members are found in the search above.
SMALL = tuple(place for place in MAIN if place.route != "members:directory")
OWN = (
    Place("members:profile", _("Your profile"), "circle-user"),
    Place("members:card", _("Business card"), "id-card"),
    Place("accounts:settings", _("Settings"), "settings"),
)
HOST = (
    Place("accounts:desk", _("Members who wait"), "user-check"),
    Place("companies:desk", _("Rights to pages"), "building-2"),
    Place("moderation:desk", _("Appeals"), "scale"),
    Place("outbox:desk", _("Host’s desk"), "shield-check"),
)
FOOT = (
    Place("pages:about", _("About this network"), "info"),
    Place("pages:help", _("Help"), "circle-question-mark"),
    Place("accounts:house_rules", _("House rules"), "scale"),
    Place("pages:privacy", _("Privacy"), "lock"),
    Place("pages:imprint", _("Imprint"), "info"),
)


def routed(name: str, **arguments: object) -> str:
    """The address of this name, or "" if the room that has it is not part of this installation."""
    return _routed(settings.ROOT_URLCONF, name, tuple(arguments.items()))


@functools.lru_cache(maxsize=4096)
def _routed(urlconf: str, name: str, arguments: tuple[tuple[str, object], ...]) -> str:
    try:
        return reverse(name, urlconf=urlconf, kwargs=dict(arguments))
    except NoReverseMatch:
        return ""


@dataclass(frozen=True)
class Entry:
    """A place as one viewer sees it."""

    href: str
    label: Promise
    icon: str
    count: int
    current: bool


def entries(places: tuple[Place, ...], viewer: Viewer | None = None, current: str = "") -> list[Entry]:
    """These places with addresses, and what waits for the viewer there. `current` is the name of one's place."""
    found = []
    for place in places:
        own = {"handle": viewer.handle} if viewer and place.route == "members:profile" else {}
        if href := routed(place.route, **own):
            count = getattr(viewer, place.count) if viewer and place.count else 0
            found.append(Entry(href, place.label, place.icon, count, place.route == current))
    return found


def current(path: str) -> str:
    """The name of the place that this path lies in, or ""."""
    for place in MAIN:
        href = routed(place.route)
        if href and (path == href or (href != "/" and path.startswith(href))):
            return place.route
    return ""


class Actor(Protocol):
    """Whoever is named on a page."""

    @property
    def kind(self) -> str: ...
    @property
    def handle(self) -> str: ...


ACTOR_ROUTES = {
    "member": "members:profile",
    "company": "companies:page",
    "group": "groups:page",
    "hashtag": "posts:topic",
}


def actor_href(actor: Actor) -> str:
    """The address of somebody's page, or "" if there is none here."""
    route = ACTOR_ROUTES.get(actor.kind)
    return routed(route, handle=actor.handle) if route else ""
