"""Ways in: the team of a page, invitations into it, and the page's log."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.actors.models import Kind
from draht.actors.queries import ActorLine, by_handle
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.common.saving import saves
from draht.companies import actions, queries
from draht.companies.door import desk_for
from draht.companies.forms.team import RolesForm
from draht.companies.queries import CompanyDesk
from draht.companies.rules import Right, is_last_owner
from draht.companies.views.found import address_of
from draht.members.queries import find_members
from draht.members.viewer import MemberRequest

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
@members_only
def team(request: MemberRequest, handle: str) -> HttpResponse:
    """Who runs the page; the owners find members to ask."""
    page = desk_for(request, handle)
    text = request.GET.get("q", "")[:100].strip()
    people = queries.team(page.line.id)
    asked = queries.invitations_of(page.line.id) if page.may_manage else []
    known = {line.who.id for line in people} | {line.who.id for line in asked}
    found = find_members(request.viewer.id, text) if text and page.may_manage else None
    shown = {
        "page": page,
        "text": text,
        "found": None if found is None else [line for line in found if line.id not in known],
        "people": people,
        "asked": asked,
        "is_last_owner": is_last_owner(request.viewer.id, page.line.id),
    }
    return render(request, "companies/_to_ask.html" if request.htmx else "companies/team.html", shown)


def _member(handle: str) -> ActorLine:
    line = by_handle(Kind.MEMBER, handle)
    if line is None:
        raise Http404
    return line


def _roles_page(
    request: MemberRequest, page: CompanyDesk, who: ActorLine, form: RolesForm, *, is_new: bool
) -> HttpResponse:
    shown = {"page": page, "who": who, "form": form, "is_new": is_new, "back": address_of(page, "team")}
    return render(request, "companies/roles.html", shown, status=422 if form.is_bound else 200)


@_READ_AND_WRITE
@members_only
def invite(request: MemberRequest, handle: str, member: str) -> HttpResponse:
    """Ask a member into the team."""
    page = desk_for(request, handle, Right.MANAGE)
    who = _member(member)
    form = RolesForm(request.POST if request.method == "POST" else None)
    if form.is_bound and saves(form, actions.invite, company=page.line.id, member=who.id, by=request.viewer.id):
        messages.success(request, _("%(name)s is asked into the team.") % {"name": who.name})
        return SeeOther(address_of(page, "team"))
    return _roles_page(request, page, who, form, is_new=True)


@_READ_AND_WRITE
@members_only
def roles(request: MemberRequest, handle: str, member: str) -> HttpResponse:
    """Give somebody of the team other roles; with none, they leave it."""
    page = desk_for(request, handle, Right.MANAGE)
    who = _member(member)
    held = queries.roles_of(page.line.id, who.id)
    if not held:
        raise Http404
    form = RolesForm(request.POST if request.method == "POST" else None, initial={"roles": held})
    if form.is_bound and saves(form, actions.set_roles, company=page.line.id, member=who.id, by=request.viewer.id):
        messages.success(request, _("Saved."))
        # Who gave up their own last role does not see the team any more.
        return SeeOther(
            address_of(page, "team" if form.cleaned_data["roles"] or who.id != request.viewer.id else "page")
        )
    return _roles_page(request, page, who, form, is_new=False)


@require_POST
@members_only
def withdraw_invitation(request: MemberRequest, handle: str, invitation: int) -> HttpResponse:
    """Ask somebody no longer."""
    page = desk_for(request, handle, Right.MANAGE)
    found = queries.invitation_of(page.line.id, invitation)
    if found is None:
        raise Http404
    actions.withdraw_invitation(invitation=found, by=request.viewer.id)
    messages.success(request, _("The invitation is taken back."))
    return SeeOther(address_of(page, "team"))


@_READ_AND_WRITE
@members_only
def leave(request: MemberRequest, handle: str) -> HttpResponse:
    """Ask whether it is meant; then leave the team."""
    page = desk_for(request, handle)
    if request.method != "POST":
        return render(request, "companies/leave.html", {"page": page, "back": address_of(page, "team")})
    try:
        actions.leave_team(company=page.line.id, member=request.viewer.id)
    except Refused as refused:
        messages.error(request, refused.message)
        return SeeOther(address_of(page, "team"))
    messages.success(request, _("You have left the team."))
    return SeeOther(address_of(page) if page.company.published else reverse("companies:directory"))


@_READ_AND_WRITE
@members_only
def invitation(request: MemberRequest, invitation: int) -> HttpResponse:
    """A company asks me into its team: what that means, and yes."""
    found = queries.invitation_to(request.viewer.id, invitation)
    if found is None:
        raise Http404
    page = queries.desk_of_company(request.viewer.id, found.company_id)
    if request.method != "POST":
        line = next(line for line in queries.own_invitations(request.viewer.id) if line.id == invitation)
        return render(request, "companies/invitation.html", {"page": page, "asked": line})
    actions.accept_invitation(invitation=found)
    messages.success(request, _("You are in the team of %(name)s.") % {"name": page.line.name})
    return SeeOther(address_of(page))


@require_POST
@members_only
def decline(request: MemberRequest, invitation: int) -> HttpResponse:
    """No, thank you."""
    found = queries.invitation_to(request.viewer.id, invitation)
    if found is None:
        raise Http404
    actions.decline_invitation(invitation=found)
    messages.success(request, _("You have declined."))
    return SeeOther(reverse("companies:directory"))


@require_GET
@members_only
def log(request: MemberRequest, handle: str) -> HttpResponse:
    """What was done for the page, as sentences."""
    page = desk_for(request, handle)
    entries = queries.log(request.viewer.id, page.line.id, before=read_before(request.GET.get("before")))
    return render(request, "companies/log.html", {"page": page, "entries": entries})
