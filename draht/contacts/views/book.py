"""The list of contacts and the page of one."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.actors.queries import ActorLine, lines
from draht.common import clock
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.contacts import actions, queries, vcard
from draht.contacts.forms import NoteForm, ReleaseForm, TagsForm
from draht.contacts.views.door import contact_or_404, own_field_or_404, read_id
from draht.members.viewer import MemberRequest

PAGE = 30
NEWS = 5
SHOWN = 60
LONGEST_FIND = 60


def _page_of(handle: str) -> str:
    return reverse("contacts:contact", kwargs={"handle": handle})


@require_GET
@members_only
def contact_list(request: MemberRequest) -> HttpResponse:
    """The viewer's contacts, found, filtered and sorted; htmx asks for the list alone."""
    viewer, asked = request.viewer.id, request.GET
    find, tag = asked.get("q", "").strip()[:LONGEST_FIND], asked.get("tag", "")
    sort = queries.Sort(asked["sort"]) if asked.get("sort") in list(queries.Sort) else queries.Sort.NAME
    page = queries.contact_page(viewer, find=find, tag=tag, sort=sort, after=read_id(asked.get("after")), size=PAGE)
    context = {"page": page, "find": find, "tag": tag, "sort": sort, "sorts": queries.Sort}
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "contacts/_book.html", context)
    context |= {"tags": queries.own_tags(viewer), "news": queries.newest_changes(viewer, limit=NEWS)}
    return render(request, "contacts/list.html", context)


def _contact_page(request: MemberRequest, who: ActorLine, status: int = 200, **forms: object) -> HttpResponse:
    """The page of a contact, with forms that came back if there are any."""
    page = queries.contact_details(request.viewer.id, who)
    context = {
        "page": page,
        "release_form": ReleaseForm(card=page.mine, released=page.released),
        "tags_form": TagsForm(initial={"tags": ", ".join(page.tags)}),
        "note_form": NoteForm(),
    }
    return render(request, "contacts/contact.html", context | forms, status=status)


@require_GET
@members_only
def contact(request: MemberRequest, handle: str) -> HttpResponse:
    """What the viewer and a contact release to each other, and the viewer's tags and notes."""
    return _contact_page(request, contact_or_404(request, handle))


@require_GET
@members_only
def card_file(request: MemberRequest, handle: str) -> HttpResponse:
    """The released part of a contact's card, for the phone."""
    who = contact_or_404(request, handle)
    card = queries.card_for(request.viewer.id, who)
    text = vcard.card_of(
        uid=f"{who.id}@{urlsplit(settings.DRAHT_ADDRESS).hostname}",
        first_name=card.first_name,
        last_name=card.last_name,
        employer=card.employer,
        title=card.title,
        fields=card.fields,
        revised=clock.now(),
        language=request.viewer.language,
    )
    headers = {"Content-Disposition": f'attachment; filename="{who.handle}.vcf"', "Cache-Control": "no-store"}
    return HttpResponse(text, content_type="text/vcard; charset=utf-8", headers=headers)


@require_POST
@members_only
def releases(request: MemberRequest, handle: str) -> HttpResponse:
    """Choose what a contact gets of the viewer's card."""
    who = contact_or_404(request, handle)
    form = ReleaseForm(request.POST, card=queries.own_card(request.viewer.id))
    if not form.is_valid():
        return _contact_page(request, who, 422, release_form=form)
    actions.set_releases(owner=request.viewer.id, contact=who.id, fields=form.chosen)
    messages.success(request, _("Saved what %(name)s gets of your card.") % {"name": who.name})
    return SeeOther(_page_of(handle))


@require_POST
@members_only
def tags(request: MemberRequest, handle: str) -> HttpResponse:
    """Give a contact the viewer's own tags."""
    who, form = contact_or_404(request, handle), TagsForm(request.POST)
    if form.is_valid():
        try:
            actions.set_tags(owner=request.viewer.id, contact=who.id, tags=form.chosen)
            return SeeOther(_page_of(handle))
        except Refused as refused:
            form.add_error("tags", refused.message)
    return _contact_page(request, who, 422, tags_form=form)


@require_POST
@members_only
def notes(request: MemberRequest, handle: str) -> HttpResponse:
    """Write a private note about a contact."""
    who, form = contact_or_404(request, handle), NoteForm(request.POST)
    if form.is_valid():
        try:
            actions.write_note(owner=request.viewer.id, contact=who.id, text=form.cleaned_data["text"])
            return SeeOther(_page_of(handle))
        except Refused as refused:
            form.add_error("text", refused.message)
    return _contact_page(request, who, 422, note_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def end(request: MemberRequest, handle: str) -> HttpResponse:
    """Ask whether it is meant; then end the contact and everything released."""
    who = contact_or_404(request, handle)
    if request.method != "POST":
        return render(request, "contacts/end.html", {"who": who})
    actions.end_contact(one=request.viewer.id, other=who.id)
    messages.success(request, _("You and %(name)s are no longer contacts.") % {"name": who.name})
    return SeeOther(reverse("contacts:list"))


@require_GET
@members_only
def former_notes(request: MemberRequest) -> HttpResponse:
    """The viewer's notes on people who are contacts no longer."""
    return render(request, "contacts/former.html", {"notes": queries.notes_on_former(request.viewer.id)})


@require_POST
@members_only
def delete_note(request: MemberRequest, note: int) -> HttpResponse:
    """Delete a note of the viewer's own."""
    actions.delete_note(owner=request.viewer.id, note=note)
    messages.success(request, _("The note is deleted."))
    handle = request.POST.get("contact", "")
    known = queries.contact(request.viewer.id, handle)
    return SeeOther(_page_of(known.handle) if known else reverse("contacts:former"))


@require_GET
@members_only
def reach(request: MemberRequest) -> HttpResponse:
    """How far each field of the viewer's card is released."""
    return render(request, "contacts/reach.html", {"reach": queries.reach_of_card(request.viewer.id)})


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def release_to_holders(request: MemberRequest, field: int) -> HttpResponse:
    """Show who has other fields of this one's group; then release it to all of them."""
    viewer = request.viewer.id
    if request.method != "POST":
        line = own_field_or_404(request, field)
        found = queries.holders_without(viewer, field)
        contacts = sorted(lines(found[:SHOWN]).values(), key=lambda who: who.name)
        shown = {"line": line, "count": len(found), "contacts": contacts}
        return render(request, "contacts/release_to_holders.html", shown)
    count = actions.release_to_holders(owner=viewer, field=field)
    words = ngettext("Released to %(num)d contact.", "Released to %(num)d contacts.", count) % {"num": count}
    messages.success(request, words)
    return SeeOther(reverse("contacts:reach"))
