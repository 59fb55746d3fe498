"""Whom the benchmarks look through the eyes of."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db.models import Count

from draht.members.models import Member
from draht.ties.models import Tie, TieKind


def best_connected(*, limit: int) -> list[int]:
    """The members with the most contacts among those whose pages are worst: read once, before measuring."""
    counted = Tie.objects.filter(kind=TieKind.CONTACT).values("source").annotate(ties=Count("source")).order_by("-ties")
    return [row["source"] for row in counted[:limit]]


def everyday(*, limit: int) -> list[int]:
    """Members from all over the network, evenly spread. The very first have a hundred times the contacts of others."""
    first, last = Member.objects.order_by("actor").first(), Member.objects.order_by("-actor").first()
    if first is None or last is None:
        raise LookupError("There is no network to measure: draht bench make --members N")
    step = max(1, (last.pk - first.pk) // limit)
    return [
        member.pk
        for number in range(limit)
        if (member := Member.objects.filter(actor__gte=first.pk + step // 2 + number * step).order_by("actor").first())
    ]


def session_of(member: int) -> str:
    """A new session in which this member is signed in, as its cookie."""
    user = Member.objects.select_related("user").get(actor=member).user
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)
