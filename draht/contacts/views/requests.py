"""Asking for contact and answering."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.contacts import actions, queries
from draht.contacts.forms import AskForm, ReleaseForm
from draht.contacts.models import Ground, State
from draht.contacts.rules import Standing
from draht.contacts.views.door import person_or_404
from draht.members.viewer import MemberRequest

PAGE = 20
AGREEING = (Standing.ASKS_YOU, Standing.REFUSED)


def _received() -> str:
    return reverse("contacts:requests")


def _typed(request: MemberRequest) -> QueryDict | None:
    """What was sent, also if it is nothing; None when a page is only looked at."""
    return request.POST if request.method == "POST" else None


@require_GET
@members_only
def received(request: MemberRequest) -> HttpResponse:
    """The requests that wait for the viewer's answer."""
    page = queries.received_requests(request.viewer.id, before=read_before(request.GET.get("before")), size=PAGE)
    return render(request, "contacts/requests.html", {"page": page})


@require_GET
@members_only
def sent(request: MemberRequest) -> HttpResponse:
    """The requests the viewer sent, and how many more may be."""
    page = queries.sent_requests(request.viewer.id, before=read_before(request.GET.get("before")), size=PAGE)
    return render(request, "contacts/sent.html", {"page": page, "budget": queries.budget(request.viewer.id)})


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def ask(request: MemberRequest, handle: str) -> HttpResponse:
    """Ask somebody for contact. If they have asked already, this means accepting: then only the card is chosen."""
    viewer, who = request.viewer.id, person_or_404(request, handle)
    standing = queries.standing(viewer, who.id)
    if standing.standing == Standing.IMPOSSIBLE:
        raise Http404
    if standing.standing == Standing.CONTACT:
        return SeeOther(reverse("contacts:contact", kwargs={"handle": who.handle}))
    start = queries.starting_point(viewer, private=request.GET.get("start") == "private")
    kind = ReleaseForm if standing.standing in AGREEING else AskForm
    form = kind(_typed(request), card=queries.own_card(viewer), released=start)
    if request.method == "POST" and form.is_valid():
        done = _ask(request, form, who.id)
        if done:
            return done
    common = queries.common_ground(viewer, [who.id])[who.id]
    context = {"who": who, "standing": standing, "form": form, "common": common}
    return render(request, "contacts/ask.html", context, status=422 if form.errors else 200)


def _ask(request: MemberRequest, form: ReleaseForm, asked: int) -> HttpResponse | None:
    """Ask as the form says; None if that is refused, with the reason in the form."""
    words = form.cleaned_data
    try:
        made = actions.ask_for_contact(
            asker=request.viewer.id,
            asked=asked,
            ground=Ground(words.get("ground") or Ground.OTHER),
            detail=words.get("detail", ""),
            text=words.get("text", ""),
            fields=form.chosen,
        )
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        return None
    if made.state == State.ACCEPTED:
        return _agreed(request, made.asker_id if made.asked_id == request.viewer.id else made.asked_id)
    messages.success(request, _("Your request is on its way. It waits for an answer for up to 60 days."))
    return SeeOther(reverse("contacts:sent"))


def _agreed(request: MemberRequest, other: int) -> HttpResponse:
    line = queries.line_of(other)
    messages.success(request, _("You and %(name)s are contacts now.") % {"name": line.name})
    return SeeOther(reverse("contacts:contact", kwargs={"handle": line.handle}))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def accept(request: MemberRequest, id: int) -> HttpResponse:
    """Choose what the asker gets of the viewer's card, and agree."""
    viewer = request.viewer.id
    line = queries.received_request(viewer, id)
    if line is None:
        return _gone(request, id)
    start = queries.starting_point(viewer, private=request.GET.get("start") == "private")
    form = ReleaseForm(_typed(request), card=queries.own_card(viewer), released=start)
    if request.method == "POST" and form.is_valid():
        try:
            actions.accept_request(request=id, asked=viewer, fields=form.chosen)
            return _agreed(request, line.who.id)
        except Refused as refused:
            messages.error(request, refused.message)
            return SeeOther(_received())
    return render(request, "contacts/accept.html", {"line": line, "form": form}, status=422 if form.errors else 200)


def _gone(request: MemberRequest, id: int) -> HttpResponse:
    """A request that was open once is told from one that never was the viewer's."""
    if not queries.was_asked(request.viewer.id, id):
        raise Http404
    messages.info(request, _("This request is no longer open."))
    return SeeOther(_received())


def _answer(request: MemberRequest, id: int, action: Callable[..., None], words: str) -> HttpResponse:
    line = queries.received_request(request.viewer.id, id)
    if line is None:
        return _gone(request, id)
    try:
        action(request=id, asked=request.viewer.id)
        messages.success(request, words % {"name": line.who.name})
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(_received())


@require_POST
@members_only
def decline(request: MemberRequest, id: int) -> HttpResponse:
    """Say no, unseen."""
    return _answer(request, id, actions.decline_request, _("Declined. %(name)s does not learn of it."))


@require_POST
@members_only
def pitch(request: MemberRequest, id: int) -> HttpResponse:
    """Say that this was a sales pitch."""
    words = _("Thank you. %(name)s does not learn of it; several such reports leave them fewer requests.")
    return _answer(request, id, actions.report_pitch, words)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def block(request: MemberRequest, id: int) -> HttpResponse:
    """Ask whether it is meant; then block the asker."""
    line = queries.received_request(request.viewer.id, id)
    if line is None:
        return _gone(request, id)
    if request.method != "POST":
        return render(request, "contacts/block.html", {"line": line})
    return _answer(request, id, actions.block_asker, _("%(name)s is blocked."))


@require_POST
@members_only
def withdraw(request: MemberRequest, id: int) -> HttpResponse:
    """Take a request back."""
    if queries.sent_request(request.viewer.id, id) is None:
        raise Http404
    try:
        actions.withdraw_request(request=id, asker=request.viewer.id)
        messages.success(request, _("Your request is withdrawn."))
    except Refused as refused:
        messages.error(request, refused.message)
    return SeeOther(reverse("contacts:sent"))
