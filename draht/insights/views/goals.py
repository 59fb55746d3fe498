"""A company's goals: stated, seen by further figures, closed; and what serves them."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.companies.door import desk_for
from draht.companies.queries import CompanyDesk
from draht.companies.rules import Right
from draht.goals import actions as goals
from draht.goals.models import Goal, Indicator, Theme
from draht.goals.queries import goal_of, newest_posts, open_goals, professions_of
from draht.insights import queries
from draht.insights.forms import GoalForm, ProfessionsForm, TargetForm
from draht.members.viewer import MemberRequest


def _target_form(goal: Goal, countable: Sequence[Indicator], data: QueryDict | None = None) -> TargetForm:
    """The form on the card of a goal, for what can be counted of its company."""
    taken = [target.indicator for target in goal.targets.all()]
    return TargetForm(data, auto_id=f"goal-{goal.id}-%s", countable=countable, taken=taken)


def _goals_page(
    request: MemberRequest,
    page: CompanyDesk,
    form: GoalForm | None = None,
    *,
    typed: dict[int, TargetForm] | None = None,
    professions: ProfessionsForm | None = None,
) -> HttpResponse:
    """All goals with a form at each: what is handed in came with errors, `typed` by goal."""
    company, typed = page.line.id, typed or {}
    has_errors = bool(typed or professions or (form and form.errors))
    named, countable = ", ".join(professions_of(company)), queries.indicators_of(company)
    shown = {
        "page": page,
        "form": form or GoalForm(countable=countable),
        "professions": professions or ProfessionsForm(initial={"professions": named}),
        "goals": [(goal, typed.get(goal.id) or _target_form(goal, countable)) for goal in open_goals(company)],
        "posts": newest_posts(company),
        "giveaways": queries.giveaways_by_goal(company),
    }
    return render(request, "insights/goals.html", shown, status=422 if has_errors else 200)


def _back(handle: str) -> SeeOther:
    return SeeOther(reverse("insights:goals", kwargs={"handle": handle}))


def _open_goal(company: int, goal: int) -> Goal:
    found = goal_of(company, goal)
    if found is None or found.closed:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def state_goals(request: MemberRequest, handle: str) -> HttpResponse:
    """See the goals and what serves them, and state a further one."""
    page = desk_for(request, handle, Right.MANAGE)
    data = request.POST if request.method == "POST" else None
    form = GoalForm(data, countable=queries.indicators_of(page.line.id))
    if request.method == "POST" and form.is_valid():
        try:
            _state(page.line.id, request.viewer.id, form)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Your goal stands. It is seen by the team alone."))
            return _back(handle)
    return _goals_page(request, page, form)


def _state(company: int, by: int, form: GoalForm) -> None:
    """What was typed becomes a goal that begins where its figure is now."""
    typed = form.cleaned_data
    indicator = Indicator(typed["indicator"])
    goals.state_goal(
        company=company,
        by=by,
        theme=Theme(typed["theme"]),
        words=typed["words"],
        indicator=indicator,
        begins_at=queries.value_now(company, indicator) or 0,
        wanted=typed["wanted"],
        until=typed["until"],
    )


@require_POST
@members_only
def add_target(request: MemberRequest, handle: str, goal: int) -> HttpResponse:
    """See a goal by one more figure."""
    page = desk_for(request, handle, Right.MANAGE)
    company, found = page.line.id, _open_goal(page.line.id, goal)
    form = _target_form(found, queries.indicators_of(company), request.POST)
    if form.is_valid():
        indicator, wanted = Indicator(form.cleaned_data["indicator"]), form.cleaned_data["wanted"]
        begins = queries.value_now(company, indicator) or 0
        try:
            goals.add_target(goal=found, by=request.viewer.id, indicator=indicator, begins_at=begins, wanted=wanted)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("The target is set."))
            return _back(handle)
    return _goals_page(request, page, typed={found.id: form})


@require_POST
@members_only
def professions(request: MemberRequest, handle: str) -> HttpResponse:
    """Say among which professions the company wants followers."""
    page, form = desk_for(request, handle, Right.MANAGE), ProfessionsForm(request.POST)
    if form.is_valid():
        try:
            words = form.cleaned_data["professions"]
            goals.name_professions(company=page.line.id, by=request.viewer.id, words=words)
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Saved. They are counted in a moment."))
            return _back(handle)
    return _goals_page(request, page, professions=form)


@require_POST
@members_only
def remove_target(request: MemberRequest, handle: str, goal: int, target: int) -> HttpResponse:
    """Take a target from a goal, unless it is the last."""
    page = desk_for(request, handle, Right.MANAGE)
    found = _open_goal(page.line.id, goal)
    try:
        goals.remove_target(goal=found, target=target, by=request.viewer.id)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, _("The target is removed."))
    return _back(handle)


@require_POST
@members_only
def end_goal(request: MemberRequest, handle: str, goal: int) -> HttpResponse:
    """Close a goal."""
    page = desk_for(request, handle, Right.MANAGE)
    found = goal_of(page.line.id, goal)
    if found is None:
        raise Http404
    goals.close_goal(goal=found, by=request.viewer.id)
    messages.success(request, _("The goal is closed."))
    return _back(handle)


@require_POST
@members_only
def serve(request: MemberRequest, handle: str) -> HttpResponse:
    """Say which goals the newest posts and giveaways serve."""
    page = desk_for(request, handle, Right.MANAGE)
    company = page.line.id
    stated = {str(goal.id): goal for goal in open_goals(company)}
    for post in newest_posts(company):
        if _is_chosen(chosen := request.POST.get(f"post-{post.post}"), post.goal, stated):
            goals.let_post_serve(company=company, post=post.post, goal=stated.get(chosen or ""))
    for giveaway in queries.giveaways_by_goal(company):
        before = giveaway.goal.id if giveaway.goal else None
        if _is_chosen(chosen := request.POST.get(f"giveaway-{giveaway.id}"), before, stated):
            goals.let_giveaway_serve(giveaway=giveaway.id, goal=stated.get(chosen or ""))
    messages.success(request, _("Saved."))
    return _back(handle)


def _is_chosen(chosen: str | None, before: int | None, stated: dict[str, Goal]) -> bool:
    """Whether the choice says something: what served a goal that is closed by now stays so until another is named."""
    return chosen is not None and (chosen in stated or str(before) in stated)
