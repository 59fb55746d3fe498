"""Ways in: the business card and its editor, with a preview that follows the typing."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.actors.queries import lines
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.members import actions, queries
from draht.members.card_values import KIND_ICONS, normal
from draht.members.forms.card import FORMS, CardForm
from draht.members.models import CardField, CardGroup, CardKind
from draht.members.queries import CardLine
from draht.members.viewer import MemberRequest

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


def _kind(name: str) -> CardKind:
    try:
        return CardKind(name)
    except ValueError:
        raise Http404 from None


def _own_field(request: MemberRequest, field: int) -> CardField:
    found = queries.card_field_of(request.viewer.id, field)
    if found is None:
        raise Http404
    return found


def _shown_card(request: MemberRequest, fields: list[CardLine]) -> dict[str, object]:
    line = lines([request.viewer.id])[request.viewer.id]
    return {"line": line, "groups": queries.card_groups(fields)}


def _card(request: MemberRequest, announce: str = "") -> HttpResponse:
    fields = queries.card_fields(request.viewer.id)
    kinds = [(kind, KIND_ICONS[kind]) for kind in CardKind]
    shown = {**_shown_card(request, fields), "kinds": kinds, "announce": announce}
    return render(request, "members/_card.html" if request.htmx else "members/card.html", shown)


def _saved(request: MemberRequest, words: str) -> HttpResponse:
    if request.htmx:
        return _card(request, words)
    messages.success(request, words)
    return SeeOther(reverse("members:card"))


def _form(request: MemberRequest, form: CardForm, kind: CardKind, entry: int = 0) -> HttpResponse:
    fields = queries.card_fields(request.viewer.id)
    shown = {**_shown_card(request, fields), "form": form, "kind": kind, "entry": entry}
    template = "members/_card_form.html" if request.htmx else "members/card_form.html"
    return render(request, template, shown, status=422 if form.is_bound else 200)


def _refused(form: CardForm, refused: Refused) -> None:
    form.add_error(refused.field if refused.field in form.fields else None, refused.message)


@require_GET
@members_only
def card(request: MemberRequest) -> HttpResponse:
    """My business card."""
    return _card(request)


@_READ_AND_WRITE
@members_only
def new_field(request: MemberRequest, kind: str) -> HttpResponse:
    """Put a field on the card."""
    name = _kind(kind)
    form = FORMS[name](request.POST if request.method == "POST" else None, initial={"group": _group_for(name)})
    if form.is_valid():
        group, label = CardGroup(form.cleaned_data["group"]), form.cleaned_data["label"]
        try:
            actions.add_card_field(member=request.viewer.id, group=group, kind=name, label=label, **form.facts())
            return _saved(request, _("It is on your card. Nobody sees it until you release it."))
        except Refused as refused:
            _refused(form, refused)
    return _form(request, form, name)


def _group_for(kind: CardKind) -> CardGroup:
    return CardGroup.PRIVATE if kind in (CardKind.BIRTHDAY, CardKind.MESSENGER) else CardGroup.BUSINESS


@_READ_AND_WRITE
@members_only
def field(request: MemberRequest, entry: int) -> HttpResponse:
    """Change a field of the card."""
    old = _own_field(request, entry)
    kind = CardKind(old.kind)
    initial = {"group": old.group, "label": old.label, **FORMS[kind].typed(old.value, old.parts)}
    form = FORMS[kind](request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        group, label = CardGroup(form.cleaned_data["group"]), form.cleaned_data["label"]
        try:
            actions.change_card_field(member=request.viewer.id, entry=entry, group=group, label=label, **form.facts())
            return _saved(request, _("Saved. Whoever may see it has the new one."))
        except Refused as refused:
            _refused(form, refused)
    return _form(request, form, kind, entry)


@require_POST
@members_only
def remove_field(request: MemberRequest, entry: int) -> HttpResponse:
    """Take a field off the card."""
    _own_field(request, entry)
    actions.remove_card_field(member=request.viewer.id, entry=entry)
    return _saved(request, _("Removed. Nobody sees it any more."))


@require_POST
@members_only
def move_field(request: MemberRequest, entry: int) -> HttpResponse:
    """Move a field up or down."""
    _own_field(request, entry)
    actions.move_card_field(member=request.viewer.id, entry=entry, up=request.POST.get("to") == "up")
    return _saved(request, _("Moved."))


@require_POST
@members_only
def preview(request: MemberRequest, kind: str, entry: int) -> HttpResponse:
    """The card as it would be with what is typed in the form, as far as that is complete."""
    name = _kind(kind)
    fields = [line for line in queries.card_fields(request.viewer.id) if line.id != entry]
    form = FORMS[name](request.POST)
    if form.is_valid():
        try:
            facts = form.facts()
            found = normal(name, facts["value"], facts["parts"])
        except Refused:
            pass  # half typed: the form itself will say so when it is sent
        else:
            data = form.cleaned_data
            fields.append(queries.card_line(entry, data["group"], name, data["label"], found.value, found.parts))
    return render(request, "members/_card_preview.html", _shown_card(request, fields))
