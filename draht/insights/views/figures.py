"""A company's months: as a page, as CSV, as one sheet of PDF."""

import csv
import io
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from draht.accounts.door import members_only
from draht.common import clock
from draht.common.ids import first_id_at
from draht.companies.door import desk_for
from draht.companies.queries import CompanyDesk
from draht.companies.rules import Right
from draht.goals.queries import open_goals, what_worked
from draht.insights import queries, sheet
from draht.members.viewer import MemberRequest

_WORKED_FOR = timedelta(days=365)


def _this_month(page: CompanyDesk) -> date:
    """The first day of the month that it is where the company is."""
    return timezone.localdate(clock.now(), ZoneInfo(page.company.time_zone)).replace(day=1)


def _month(request: MemberRequest, page: CompanyDesk) -> date:
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
    page = desk_for(request, handle, Right.FIGURES)
    company, month = page.line.id, _month(request, page)
    stated = open_goals(company)
    courses, counted = queries.courses(company, month)
    today, since = timezone.localdate(clock.now()), first_id_at(clock.now() - _WORKED_FOR)
    shown = {
        "page": page,
        "month": month,
        "months": queries.months_before(_this_month(page))[::-1],
        "goals": queries.goal_lines(stated, company, today),
        "courses": courses,
        "counted": counted,
        "worked": what_worked(company, since=since),
        "given_away": queries.given_away(company, since=since),
    }
    return render(request, "insights/figures.html", shown)


@require_safe
@members_only
def as_csv(request: MemberRequest, handle: str) -> HttpResponse:
    """Twelve months as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8."""
    page = desk_for(request, handle, Right.FIGURES)
    courses, _counted = queries.courses(page.line.id, _month(request, page))
    targets = sheet.targets_by_indicator(open_goals(page.line.id))
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow([_("Month"), _("Figure"), _("Value"), _("Definition"), _("Targets")])
    for course in courses:
        for month in course.months:
            value = course.unsaid if month.value is None else month.value
            wanted = targets.get(course.indicator, "")
            rows.writerow([f"{month.month:%Y-%m}", course.label, value, course.definition, wanted])
    answer = HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{page.line.handle}.csv"'
    return answer


@require_safe
@members_only
def as_pdf(request: MemberRequest, handle: str) -> HttpResponse:
    """One month on one sheet."""
    page = desk_for(request, handle, Right.FIGURES)
    company, month = page.line.id, _month(request, page)
    courses, _counted = queries.courses(company, month)
    lines = queries.goal_lines(open_goals(company), company, timezone.localdate(clock.now()))
    answer = HttpResponse(sheet.month_sheet(page.line.name, month, courses, lines), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{page.line.handle}-{month:%Y-%m}.pdf"'
    return answer
