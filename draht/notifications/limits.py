"""How often mail can be turned off. The rate stands in the settings."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse


def is_turned_off_too_often(request: HttpRequest, member: int) -> bool:
    """Whether this member's link was used too much. Never counted by internet address: a mail provider uses the links
    of all its readers from a few."""
    return not ratelimit.consume(request, action="no_mail", key=str(member))


def too_often(request: HttpRequest) -> HttpResponse:
    """The page that says so."""
    answer: HttpResponse = ratelimit.respond_429(request)
    return answer
