"""The bell."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.companies.queries import quiet_companies_of
from draht.members.viewer import MemberRequest
from draht.notifications import actions, limits, queries
from draht.notifications.forms import ChoicesForm
from draht.notifications.models import Kind
from draht.notifications.tokens import LASTS, member_behind
from draht.ui.nav import actor_href


@require_safe
@members_only
def notice_list(request: MemberRequest) -> HttpResponse:
    """What others did that concerns the member, newest first."""
    page = queries.notices(request.viewer.id, before=read_before(request.GET.get("before")))
    return render(request, "notifications/list.html", {"page": page})


@require_safe
@members_only
def count(request: MemberRequest) -> HttpResponse:
    """The number at the bell."""
    return render(request, "notifications/_count.html")


@require_safe
@members_only
def follow_up(request: MemberRequest, notice: int) -> HttpResponse:
    """Mark a group of notices as read and go where it leads."""
    group, line = queries.group_of(request.viewer.id, notice)
    if line is None:
        raise Http404
    actions.mark_read(recipient=request.viewer.id, group=group)
    return SeeOther(_address(line))


def _address(line: queries.NoticeLine) -> str:
    if line.comment:
        place = {"post": line.post, "comment": line.comment}
        return f"{reverse('posts:comment', kwargs=place)}#comment-{line.comment}"
    if line.post:
        return reverse("posts:post", kwargs={"post": line.post})
    if line.enquiry:
        return reverse("enquiries:enquiry", kwargs={"enquiry": line.enquiry})
    if line.kind == Kind.REQUEST:
        return reverse("contacts:requests")
    if line.kind in (Kind.WIN, Kind.VALUE):
        return reverse("giveaways:giveaway", kwargs={"giveaway": line.object_id})
    if line.kind == Kind.TEAM:
        return reverse("companies:invitation", kwargs={"invitation": line.object_id})
    if line.kind in (Kind.MANDATE, Kind.ENDED, Kind.LEFT):
        return reverse("companies:mandate", kwargs={"mandate": line.object_id})
    if line.kind in (Kind.DRAFT, Kind.RELEASED, Kind.RETURNED, Kind.STOPPED):
        return reverse("newsroom:draft", kwargs={"draft": line.object_id})
    if line.kind == Kind.APPEAL:
        return reverse("moderation:decision", kwargs={"appeal": line.object_id})
    if line.kind == Kind.DEPARTED:
        return reverse("members:card")
    if line.kind == Kind.DECISION:
        return reverse("companies:claim", kwargs={"handle": line.people[0].handle})
    return actor_href(line.people[0]) or reverse("notifications:list")


@require_POST
@members_only
def read(request: MemberRequest) -> HttpResponse:
    """Mark all notices as read."""
    actions.mark_read(recipient=request.viewer.id)
    return SeeOther(reverse("notifications:list"))


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def choices(request: MemberRequest) -> HttpResponse:
    """Of which kinds the member wants notices, and of which mail as well."""
    viewer = request.viewer.id
    form = ChoicesForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.choose_kinds(member=viewer, wanted=form.cleaned_data["kinds"], mailed=form.cleaned_data["mailed"])
        messages.success(request, _("Your choice is saved."))
        return SeeOther(reverse("notifications:list"))
    shown = {"form": form, "choices": queries.choices_of(viewer), "quiet": quiet_companies_of(viewer)}
    return render(request, "notifications/choices.html", shown, status=422 if form.errors else 200)


@csrf_exempt  # the link is the proof: mail providers send the form as well, without a cookie (RFC 8058)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def no_mail(request: HttpRequest, token: str) -> HttpResponse:
    """No more mail about notices, for whom the link names. Opening it does nothing: mail scanners do that.

    The answer to the form is the page itself: a mail provider follows no redirect.
    """
    member = member_behind(token)
    if member is None:
        return render(request, "notifications/no_mail_gone.html", {"days": LASTS.days}, status=404)
    if request.method != "POST":
        return render(request, "notifications/no_mail.html")
    if limits.is_turned_off_too_often(request, member):
        return limits.too_often(request)
    actions.turn_off_mail(member=member)
    return render(request, "notifications/no_mail_done.html")
