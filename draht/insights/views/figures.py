"""A company's months: as a page, as CSV, as one sheet of PDF; and its goals."""

import csv
import io
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from draht.accounts.door import members_only
from draht.common import clock
from draht.common.answers import SeeOther
from draht.common.ids import first_id_at
from draht.common.refusal import Refused
from draht.companies.door import page_for
from draht.companies.queries import CompanyPage
from draht.companies.rules import Right
from draht.goals import actions as goals
from draht.goals.models import Indicator, Theme
from draht.goals.queries import goal_of, newest_posts, open_goals, what_worked
from draht.insights import queries, sheet
from draht.insights.forms import GoalForm
from draht.members.viewer import MemberRequest

_WORKED_FOR = timedelta(days=365)


def _this_month(page: CompanyPage) -> date:
    """The first day of the month that it is where the company is."""
    return timezone.localdate(clock.now(), ZoneInfo(page.company.time_zone)).replace(day=1)


def _month(request: MemberRequest, page: CompanyPage) -> date:
    """The month asked for, or the current one; 404 for what is none, or lies ahead."""
    now = _this_month(page)
    asked = request.GET.get("month", "")
    try:
        month = date.fromisoformat(f"{asked}-01") if asked else now
    except ValueError:
        raise Http404 from None
    if not date(2000, 1, 1) <= month <= now:
        raise Http404
    return month


@require_safe
@members_only
def figures(request: MemberRequest, handle: str) -> HttpResponse:
    """Goals first, then what the months show, then what worked."""
    page = page_for(request, handle, Right.FIGURES)
    company, month = page.line.id, _month(request, page)
    stated = open_goals(company)
    courses, counted = queries.courses(company, month)
    today = timezone.localdate(clock.now())
    shown = {
        "page": page,
        "month": month,
        "months": queries.months_before(_this_month(page))[::-1],
        "goals": queries.goal_lines(stated, company, today),
        "courses": courses,
        "counted": counted,
        "worked": what_worked(company, stated, since=first_id_at(clock.now() - _WORKED_FOR)),
    }
    return render(request, "insights/figures.html", shown)


@require_safe
@members_only
def as_csv(request: MemberRequest, handle: str) -> HttpResponse:
    """Twelve months as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8."""
    page = page_for(request, handle, Right.FIGURES)
    courses, _counted = queries.courses(page.line.id, _month(request, page))
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([_("Month"), _("Figure"), _("Value"), _("Definition")])
    for course in courses:
        for month in course.months:
            value = course.unsaid if month.value is None else month.value
            rows.writerow([f"{month.month:%Y-%m}", course.label, value, course.definition])
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{page.line.handle}.csv"'
    return answer


@require_safe
@members_only
def as_pdf(request: MemberRequest, handle: str) -> HttpResponse:
    """One month on one sheet."""
    page = page_for(request, handle, Right.FIGURES)
    company, month = page.line.id, _month(request, page)
    courses, _counted = queries.courses(company, month)
    lines = queries.goal_lines(open_goals(company), company, timezone.localdate(clock.now()))
    answer = HttpResponse(sheet.month_sheet(page.line.name, month, courses, lines), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{page.line.handle}-{month:%Y-%m}.pdf"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def state_goals(request: MemberRequest, handle: str) -> HttpResponse:
    """State a goal, and say which posts serve which."""
    page = page_for(request, handle, Right.MANAGE)
    company = page.line.id
    form = GoalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        indicator = Indicator(typed["indicator"])
        rest = {"words": typed["words"], "wanted": typed["wanted"], "until": typed["until"]}
        begins = queries.value_now(company, indicator)
        try:
            goals.state_goal(
                company=company,
                by=request.viewer.id,
                theme=Theme(typed["theme"]),
                indicator=indicator,
                begins_at=begins,
                **rest,
            )
        except Refused as refused:
            form.add_error(refused.field or None, refused.message)
        else:
            messages.success(request, _("Your goal stands. It is seen by the team alone."))
            return SeeOther(reverse("insights:goals", kwargs={"handle": handle}))
    shown = {"page": page, "form": form, "goals": open_goals(company), "posts": newest_posts(company)}
    return render(request, "insights/goals.html", shown, status=422 if form.errors else 200)


@require_POST
@members_only
def end_goal(request: MemberRequest, handle: str, goal: int) -> HttpResponse:
    """Close a goal."""
    page = page_for(request, handle, Right.MANAGE)
    found = goal_of(page.line.id, goal)
    if found is None:
        raise Http404
    goals.close_goal(goal=found, by=request.viewer.id)
    messages.success(request, _("The goal is closed."))
    return SeeOther(reverse("insights:goals", kwargs={"handle": handle}))


@require_POST
@members_only
def serve(request: MemberRequest, handle: str) -> HttpResponse:
    """Say which goals the newest posts serve."""
    page = page_for(request, handle, Right.MANAGE)
    company = page.line.id
    stated = {str(goal.id): goal for goal in open_goals(company)}
    for line in newest_posts(company):
        chosen = request.POST.get(f"post-{line.post}")
        if chosen is not None:
            goals.let_post_serve(company=company, post=line.post, goal=stated.get(chosen))
    messages.success(request, _("Saved."))
    return SeeOther(reverse("insights:goals", kwargs={"handle": handle}))
