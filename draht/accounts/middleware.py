"""What stands at the door of every page: house rules before writing, forms that say 422, and when a device was seen."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from draht.accounts.door import viewer_in
from draht.accounts.rules import current_rules_version, must_acknowledge
from draht.common import clock
from draht.common.answers import READING, leave_to, page_behind

# Whoever does not agree may still read the rules, leave, take their data along and choose a language.
FREE = ("/house-rules/", "/account/", "/language/", "/dev/", "/export/")
HOUR = 3600
SEEN = "seen"
ASKED = "asked_about_rules"


def this_hour() -> int:
    """The hour since 1970: a device is said to be seen to the hour, so that a page costs no write."""
    return int(time.time() // HOUR)


class Doorkeeper:
    """Stands after the viewer was recognized and before the view."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Wrap the rest of the request."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Ask for the house rules before anything is written, else pass on."""
        viewer = viewer_in(request)
        if viewer is not None:
            if must_acknowledge(viewer.rules_version) and not _is_free(request):
                if request.method not in READING:
                    return _ask(request, page_behind(request))
                if _is_first_page(request):
                    return _ask(request, request.get_full_path())
            if request.session.get(SEEN) != this_hour():
                _see(request)
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: TemplateResponse) -> TemplateResponse:
        """A form that was refused comes back with 422, as everywhere here; allauth would say 200."""
        form = (response.context_data or {}).get("form")
        if request.method == "POST" and response.status_code == 200 and form is not None and form.errors:
            response.status_code = 422
        return response


def _is_free(request: HttpRequest) -> bool:
    return request.path.startswith(FREE)


def _is_first_page(request: HttpRequest) -> bool:
    """Whether somebody opens a page and was not asked in this session: so nobody has typed a form before that."""
    is_page = request.headers.get("Sec-Fetch-Dest") == "document"
    return is_page and request.session.get(ASKED) != current_rules_version()


def _ask(request: HttpRequest, target: str) -> HttpResponse:
    """Send to the house rules, and from there on to this page."""
    request.session[ASKED] = current_rules_version()
    return leave_to(request, f"{reverse('accounts:acknowledge')}?next={quote(target)}")


def _see(request: HttpRequest) -> None:
    request.session[SEEN] = this_hour()
    UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=clock.now())


def remember_first_sight(request: HttpRequest | None, **_known: Any) -> None:
    """A sign-in counts as being seen (Django's `user_logged_in`)."""
    if request is not None and hasattr(request, "session"):
        request.session[SEEN] = this_hour()
