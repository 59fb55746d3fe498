"""What the promoter's team does for the draw, and after it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.giveaways import actions, queries
from draht.giveaways.forms import ValueForm
from draht.giveaways.models import State
from draht.giveaways.rules import Value
from draht.giveaways.views.door import own_or_404
from draht.giveaways.views.refusing import page_of, refuse
from draht.members.viewer import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def value(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Enter the public value, once, and draw."""
    page = queries.giveaway_page(request.viewer.id, own_or_404(request, giveaway))
    if page.value is not Value.FREE:
        return SeeOther(page_of(giveaway))
    form = ValueForm(request.POST or None, initial={"source": page.plan.value_source})
    if form.is_valid():
        words = form.cleaned_data
        try:
            actions.draw_winners(giveaway=giveaway, value=words["value"], source=words["source"], by=request.viewer.id)
            messages.success(request, _("The winners are drawn and told by a notice."))
            return SeeOther(reverse("giveaways:draw", kwargs={"giveaway": giveaway}))
        except Refused as refused:
            refuse(form, refused)
    return render(request, "giveaways/value.html", {"page": page, "form": form}, status=422 if form.errors else 200)


@require_safe
@members_only
def team(request: MemberRequest, giveaway: int) -> HttpResponse:
    """Prizes to hand over, and the answers to the question."""
    found = own_or_404(request, giveaway)
    page = queries.giveaway_page(request.viewer.id, found)
    if page.state in (State.DRAFT, State.RUNNING):
        return SeeOther(page_of(giveaway))
    shown = {"page": page, "handovers": queries.handovers(found), "answers": queries.answers_to(found)}
    return render(request, "giveaways/team.html", shown)
