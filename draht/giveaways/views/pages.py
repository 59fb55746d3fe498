"""Giveaways as everybody reads them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from draht.accounts.door import viewer_id
from draht.actors.queries import lines
from draht.common.paging import read_before
from draht.giveaways import queries
from draht.giveaways.forms import EntryForm
from draht.giveaways.models import Giveaway, State
from draht.giveaways.rules import lacks, may_build
from draht.giveaways.views.door import company_or_404, giveaway_or_404, started_or_404


@require_safe
def giveaway_list(request: HttpRequest, handle: str) -> HttpResponse:
    """The giveaways of a company, newest first."""
    company, viewer = company_or_404(request, handle), viewer_id(request)
    shown = {
        "company": lines([company.actor_id])[company.actor_id],
        "page": queries.giveaways_of(viewer, company, before=read_before(request.GET.get("before"))),
        "is_team": may_build(viewer, company.actor_id),
    }
    return render(request, "giveaways/list.html", shown)


def show_giveaway(request: HttpRequest, giveaway: Giveaway, form: EntryForm | None = None) -> HttpResponse:
    """The page of a giveaway; a draft as it would look, with what it still needs."""
    page = queries.giveaway_page(viewer_id(request), giveaway)
    if page.state == State.DRAFT:
        return render(request, "giveaways/preview.html", {"page": page, "lacks": lacks(page.plan)})
    form = form or EntryForm(question=page.plan.question)
    shown = {"page": page, "form": form}
    return render(request, "giveaways/giveaway.html", shown, status=422 if form.errors else 200)


@require_safe
def giveaway(request: HttpRequest, giveaway: int) -> HttpResponse:
    """One giveaway: its terms, taking part, the winners."""
    return show_giveaway(request, giveaway_or_404(request, giveaway))


@require_safe
def draw(request: HttpRequest, giveaway: int) -> HttpResponse:
    """The draw, recomputed: every step with its figures."""
    found = started_or_404(request, giveaway)
    page = queries.giveaway_page(viewer_id(request), found)
    return render(request, "giveaways/draw.html", {"page": page, "drawing": queries.drawing(found)})
