"""Ways in: editing one's profile section by section."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.members import actions, queries
from draht.members.editors import ROWS, TEXTS, Save
from draht.members.forms.profile import AudienceForm, NameForm, PortraitForm, SectionForm
from draht.members.models import Audience, Section
from draht.members.viewer import MemberRequest

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


def _section(name: str) -> Section:
    try:
        return Section(name)
    except ValueError:
        raise Http404 from None


def saves(form: SectionForm, action: Save, **facts: Any) -> bool:
    """Whether the form was right and the action took it; otherwise the form says what is wrong."""
    if not form.is_valid():
        return False
    try:
        action(**facts, **form.cleaned_data)
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        return False
    return True


def _profile_address(request: MemberRequest, section: Section | None = None) -> str:
    address = reverse("members:profile", kwargs={"handle": request.viewer.handle})
    return f"{address}#section-{section}" if section else address


def _saved(request: MemberRequest, section: Section, words: str, *, fresh: bool = True) -> HttpResponse:
    """The section as it is now: the part, or the profile at this place. `fresh`: the focus goes to its edit link."""
    if request.htmx:
        page = queries.own_profile(request.viewer.id)
        with_head = section in (Section.STATIONS, Section.PORTRAIT)  # the headline may have changed
        shown = {
            "page": page,
            "section": section,
            "own": True,
            "fresh": fresh,
            "announce": words,
            "with_head": with_head,
        }
        return render(request, "members/_saved.html", shown)
    messages.success(request, words)
    return SeeOther(_profile_address(request, section))


def _form(request: MemberRequest, section: Section, form: SectionForm, title: str, **more: Any) -> HttpResponse:
    """The form of a section: in its place on the profile, or on a page of its own."""
    back = _profile_address(request, section)
    shown = {"section": section, "form": form, "title": title, "back": back, **more}
    template = "members/_form.html" if request.htmx else "members/form.html"
    return render(request, template, shown, status=422 if form.is_bound else 200)


@require_GET
@members_only
def own_profile(request: MemberRequest) -> HttpResponse:
    """My profile, wherever it is."""
    return SeeOther(_profile_address(request))


@require_GET
@members_only
def shown_section(request: MemberRequest, section: str) -> HttpResponse:
    """A section as I see it when I am not editing: where "Cancel" leads."""
    if not request.htmx:
        return SeeOther(_profile_address(request, _section(section)))
    page = queries.own_profile(request.viewer.id)
    return render(request, "members/_section.html", {"page": page, "section": _section(section), "own": True})


@_READ_AND_WRITE
@members_only
def name(request: MemberRequest) -> HttpResponse:
    """My name, as everybody sees it."""
    form = NameForm(request.POST or None, initial=queries.own_name(request.viewer.id))
    if request.method == "POST" and saves(form, actions.change_name, member=request.viewer.id):
        messages.success(request, _("Your name is changed, everywhere it stands."))
        return SeeOther(_profile_address(request))
    shown = {
        "form": form,
        "title": _("Your name"),
        "lead": _("Your real name, as colleagues know you. The address of your page stays as it is."),
        "submit": _("Save"),
        "back": reverse("accounts:settings"),
    }
    return render(request, "ui/form_page.html", shown, status=422 if form.is_bound else 200)


@_READ_AND_WRITE
@members_only
def section(request: MemberRequest, section: str) -> HttpResponse:
    """Edit a section as a whole, or add a row to it."""
    name = _section(section)
    if name in TEXTS:
        return _edit_text(request, name)
    if name in ROWS:
        return _add_row(request, name)
    raise Http404


def _edit_text(request: MemberRequest, section: Section) -> HttpResponse:
    editor = TEXTS[section]
    data = request.POST if request.method == "POST" else None
    initial = None if data else editor.read(queries.own_profile(request.viewer.id))
    form = editor.form(data, initial=initial)
    if data is not None and saves(form, editor.save, member=request.viewer.id):
        return _saved(request, section, _("Saved."))
    return _form(request, section, form, str(section.label))


def _add_row(request: MemberRequest, section: Section) -> HttpResponse:
    editor = ROWS[section]
    data = request.POST if request.method == "POST" else None
    form = editor.form(data)
    if data is not None and saves(form, editor.add, member=request.viewer.id):
        return _saved(request, section, _("Added."))
    return _form(request, section, form, str(editor.new))


@_READ_AND_WRITE
@members_only
def entry(request: MemberRequest, section: str, entry: int) -> HttpResponse:
    """Change a row of a section."""
    name = _section(section)
    facts = ROWS[name].facts(request.viewer.id, entry) if name in ROWS else None
    if facts is None:
        raise Http404
    editor = ROWS[name]
    form = editor.form(request.POST if request.method == "POST" else None, initial=facts)
    if form.is_bound and saves(form, editor.change, member=request.viewer.id, entry=entry):
        return _saved(request, name, _("Saved."))
    return _form(request, name, form, str(editor.old), entry=entry)


@require_POST
@members_only
def remove_entry(request: MemberRequest, section: str, entry: int) -> HttpResponse:
    """Take a row out of a section."""
    name = _section(section)
    if name not in ROWS:
        raise Http404
    ROWS[name].remove(member=request.viewer.id, entry=entry)
    return _saved(request, name, _("Removed."))


@require_POST
@members_only
def audience(request: MemberRequest, section: str) -> HttpResponse:
    """Choose who sees a section."""
    name = _section(section)
    form = AudienceForm(request.POST)
    if not form.is_valid():
        raise Http404
    chosen = Audience(form.cleaned_data["audience"])
    actions.set_visibility(member=request.viewer.id, section=name, audience=chosen)
    words = _("“%(section)s” is now seen by: %(audience)s.") % {"section": name.label, "audience": chosen.label}
    return _saved(request, name, words, fresh=False)  # the focus stays on the choice


@_READ_AND_WRITE
@members_only
def portrait(request: MemberRequest) -> HttpResponse:
    """Upload a portrait."""
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PortraitForm(*data)
    if form.is_bound and saves(
        form, lambda member, picture: actions.set_portrait(member=member, upload=picture), member=request.viewer.id
    ):
        messages.success(request, _("This is you now."))
        return SeeOther(_profile_address(request))
    page = queries.own_profile(request.viewer.id)
    shown = {"form": form, "page": page, "back": _profile_address(request)}
    return render(request, "members/portrait.html", shown, status=422 if form.is_bound else 200)


@require_POST
@members_only
def remove_portrait(request: MemberRequest) -> HttpResponse:
    """Delete the portrait."""
    actions.remove_portrait(member=request.viewer.id)
    messages.success(request, _("Your picture is deleted."))
    return SeeOther(_profile_address(request))
