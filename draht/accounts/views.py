"""Pages about one's own account, invitations, house rules, and the host's desk for those who wait."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import user_logged_in
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings as configured
from django.contrib import messages
from django.contrib.auth import login, logout
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from draht.accounts import actions, queries, rules
from draht.accounts.door import UserRequest, host_only, members_only
from draht.accounts.forms import DeclineForm, HouseRulesForm, InvitationForm
from draht.accounts.models import Invitation, SignUp
from draht.accounts.sign_up import keep_invitation
from draht.accounts.tokens import invitation_of
from draht.common.answers import is_own
from draht.common.paging import read_before
from draht.common.refusal import Refused

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def _see_other(to: str, **arguments: Any) -> HttpResponseRedirect:
    return HttpResponseRedirect(resolve_url(to, **arguments), status=303)


def _own_path(request: HttpRequest, wanted: str | None) -> str:
    """Where to go on: only to a page of this host."""
    return wanted if wanted and is_own(request, wanted) else "/"


# --- the account ------------------------------------------------------------------------------------------------------


@require_safe
@members_only
def settings(request: UserRequest) -> HttpResponse:
    """Everything about one's account on one page."""
    return render(
        request,
        "accounts/settings.html",
        {
            "user": request.user,
            "safety": queries.safety_of(request.user),
            "zone": configured.TIME_ZONE,
            "devices": queries.devices_of(request.user, session_key=request.session.session_key),
        },
    )


@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak the chosen language from now on: to the member for ever, to a visitor for this session.

    A visitor's form carries no token, since a token would need a cookie; another site may not send it all the same: the
    answer's cookie would take the place of a member's.
    """
    if request.user.is_authenticated:
        return _speak(request, request.user.pk)
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        raise PermissionDenied
    if request.POST.get("language") in dict(configured.LANGUAGES):
        request.session["language"] = request.POST["language"]
    return _see_other(_own_path(request, request.POST.get("next")))


@csrf_protect
def _speak(request: HttpRequest, user: int) -> HttpResponse:
    actions.choose_language(user_id=user, language=request.POST.get("language", ""))
    return _see_other(_own_path(request, request.POST.get("next")))


class Devices(ListUserSessionsView):  # type: ignore[misc]
    """Where this account is signed in; allauth signs out all others."""

    def get_context_data(self, **known: Any) -> dict[str, Any]:
        """With our own words for each device."""
        found = queries.devices_of(self.request.user, session_key=self.request.session.session_key)
        return {**super().get_context_data(**known), "devices": found}


@require_POST
@members_only
def device(request: UserRequest, session_id: int) -> HttpResponse:
    """Sign out one other device."""
    end_sessions(request, [get_object_or_404(UserSession, pk=session_id, user=request.user)])
    messages.success(request, _("That device is signed out."))
    return _see_other("usersessions_list")


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
@reauthentication_required(enabled=lambda request: request.method == "POST")  # type: ignore[untyped-decorator]
def closure(request: UserRequest) -> HttpResponse:
    """Leave for good, after confirming who one is."""
    if request.method != "POST":
        return render(request, "accounts/closure.html")
    actions.close_account(user=request.user)
    logout(request)
    return render(request, "accounts/closed.html")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Sign in by a one-time link. Opening it does nothing, so that a mail scanner does not use it up."""
    if request.method != "POST":
        return render(request, "accounts/sign_in_link.html")
    try:
        user = actions.use_sign_in_link(secret=secret)
    except Refused as refused:
        return render(request, "accounts/sign_in_link.html", {"refusal": refused.message}, status=403)
    login(request, user, backend=_BACKEND)
    record_authentication(request, user, method="link", reauthenticated=True)
    user_logged_in.send(sender=type(user), request=request, response=None, user=user)
    return _see_other("/")


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Asked to come in; the host has not decided yet."""
    return render(request, "accounts/waiting.html")


# --- invitations ------------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def invitations(request: UserRequest) -> HttpResponse:
    """Own invitations and how they stand; write one by mail."""
    form = InvitationForm(request.POST or None, initial={"language": get_language()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.invite_by_mail(by=request.user, by_name=request.viewer.name, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("The invitation is on its way."))
            return _see_other("accounts:invitations")
    page = queries.own_invitations(request.user, before=read_before(request.GET.get("before")))
    shown = {"form": form, "page": page, "budget": rules.BUDGET, "lasts": rules.INVITATION_LASTS.days}
    status = 422 if form.errors else 200
    return render(request, "accounts/invitations.html", shown | {"site": _site(request)}, status=status)


def _site(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


@require_POST
@members_only
def invitation_links(request: UserRequest) -> HttpResponse:
    """Make a personal link."""
    try:
        actions.invite_by_link(by=request.user, by_name=request.viewer.name)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("The link is made. Copy it from the list and hand it over."))
    return _see_other("accounts:invitations")


@require_POST
@members_only
def withdrawal(request: UserRequest, invitation_id: int) -> HttpResponse:
    """Withdraw an own invitation."""
    get_object_or_404(Invitation, pk=invitation_id, by=request.user)
    actions.revoke_invitation(by=request.user, invitation_id=invitation_id)
    messages.success(request, _("The invitation is withdrawn."))
    return _see_other("accounts:invitations")


def _invited(token: str) -> Invitation:
    found = queries.invitation_behind(token)
    if found is None or not found.by.is_active:
        raise Http404
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """What an invited person sees; going on leads to the sign-up page."""
    found = _invited(token)
    usable = queries.usable_invitation(token)
    if request.method == "POST" and usable:
        keep_invitation(request, token)
        if usable.email:
            # The link came by mail to this address only: that confirms it.
            get_adapter().stash_verified_email(request, usable.email)
        return _see_other("account_signup")
    return render(request, "accounts/invitation.html", {"invitation": found, "usable": usable, "token": token})


@require_POST
def another_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The invitation has expired, and the invited would like another."""
    actions.ask_for_another_invitation(invitation=_invited(token))
    return render(request, "accounts/invitation_asked.html", {"by_name": _invited(token).by_name})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def no_invitations(request: HttpRequest, token: str) -> HttpResponse:
    """Never write to me again."""
    if invitation_of(token) is None:
        raise Http404
    found = queries.invitation_behind(token)
    if request.method == "POST" and found:
        actions.refuse_invitations(invitation=found)
    done = request.method == "POST"
    return render(request, "accounts/no_invitations.html", {"done": done, "token": token})


# --- house rules ------------------------------------------------------------------------------------------------------


@require_safe
def house_rules(request: HttpRequest) -> HttpResponse:
    """What holds here."""
    shown = queries.shown_house_rules(get_language() or "en")
    if shown is None:
        raise Http404
    return render(request, "accounts/house_rules.html", {"rules": shown})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def acknowledge(request: UserRequest) -> HttpResponse:
    """A new version of the house rules: read, agree, go on where one was."""
    target = _own_path(request, request.POST.get("next") or request.GET.get("next"))
    shown = queries.shown_house_rules(get_language() or "en")
    if shown is None or not rules.must_acknowledge(request.user.rules_version):
        return _see_other(target)
    # Only what was on the page is agreed to.
    if request.method == "POST" and request.POST.get("version") == str(shown.version):
        actions.acknowledge_house_rules(user=request.user, version=shown.version)
        return _see_other(target)
    again = request.user.rules_version > 0
    return render(request, "accounts/acknowledge.html", {"rules": shown, "target": target, "again": again})


@require_http_methods(["GET", "HEAD", "POST"])
@host_only
def new_house_rules(request: UserRequest) -> HttpResponse:
    """The host writes a new version."""
    form = HouseRulesForm(request.POST or None, initial=queries.house_rules_texts())
    if request.method == "POST" and form.is_valid():
        published = actions.publish_house_rules(**form.cleaned_data)
        actions.acknowledge_house_rules(user=request.user, version=published.version)
        messages.success(request, _("The new house rules hold. Everybody is asked to agree to them."))
        return _see_other("accounts:house_rules")
    status = 422 if form.errors else 200
    return render(request, "accounts/new_house_rules.html", {"form": form}, status=status)


# --- the host's desk --------------------------------------------------------------------------------------------------


@require_safe
@host_only
def desk(request: UserRequest) -> HttpResponse:
    """Those who wait for the host's decision."""
    page = queries.waiting_sign_ups(before=read_before(request.GET.get("before")))
    return render(request, "accounts/desk.html", {"page": page, "policy": configured.DRAHT_SIGN_UP})


@require_POST
@host_only
def approval(request: UserRequest, user_id: int) -> HttpResponse:
    """Let somebody in."""
    actions.approve_sign_up(user_id=user_id)
    messages.success(request, _("They are in, and we have told them by mail."))
    return _see_other("accounts:desk")


@require_http_methods(["GET", "HEAD", "POST"])
@host_only
def refusal(request: UserRequest, user_id: int) -> HttpResponse:
    """Turn somebody down, with a reason."""
    waiting = get_object_or_404(SignUp, user_id=user_id, needs_approval=True, confirmed__isnull=False)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.decline_sign_up(user_id=user_id, words=form.cleaned_data["words"])
        messages.success(request, _("We have told them by mail and deleted what they had entered."))
        return _see_other(reverse("accounts:desk"))
    return render(request, "accounts/refusal.html", {"form": form, "waiting": waiting})
