"""Doors for those who try Draht on their own machine. Only there are they open: see `urls.py`."""

from pathlib import Path

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import user_logged_in
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import urlize
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from draht.common.answers import SeeOther
from draht.demo import mailbox, queries
from draht.members.queries import find_members

_NOBODY = 0


def _who() -> dict[str, str]:
    """What one sees through the eyes of a persona."""
    return {
        "ada": _("A member with 45 contacts. Two requests wait for her, one of them a sales pitch."),
        "ben": _("A contact of Ada's, who sells drawing dies."),
        "cem": _("A stranger to Ada, from the tube makers in Austria."),
        "dora": _("Managing partner of a wire works. She will run its page."),
        "emil": _("In Dora's firm. He will write for it."),
        "mo": _("The host: keeps order and answers questions."),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Become somebody."""
    if request.method == "POST":
        chosen = request.POST.get("member", "")
        member = queries.member_with_account(int(chosen)) if chosen.isascii() and chosen.isdecimal() else None
        if member is None:
            raise Http404
        login(request, member.user, backend=settings.AUTHENTICATION_BACKENDS[0])
        record_authentication(request, member.user, method="demo", reauthenticated=True)
        user_logged_in.send(sender=type(member.user), request=request, response=None, user=member.user)
        return SeeOther("/")
    who = _who()
    personas = [(line, who[key]) for key, line in queries.personas().items()]
    wanted = request.GET.get("q", "").strip()
    others = find_members(_NOBODY, wanted) if wanted else []
    return render(request, "demo/sign_in.html", {"personas": personas, "others": others, "wanted": wanted})


def _mail_folder() -> Path:
    return Path(settings.EMAIL_FILE_PATH)


@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    """The mail that was sent, newest first."""
    return render(request, "demo/mails.html", {"letters": mailbox.letters(_mail_folder())})


@require_safe
def mail(request: HttpRequest, key: str) -> HttpResponse:
    """One mail: its text with links that can be followed, and its HTML as source."""
    letter = mailbox.letter(_mail_folder(), key)
    if letter is None:
        raise Http404
    # Escaped by `urlize`, which says so to nobody.
    text = SafeString(urlize(letter.text, autoescape=True))
    return render(request, "demo/mail.html", {"letter": letter, "text": text})
