"""The host's desk for what runs in the background.

The door is a higher floor: `draht/config/urls.py` puts all of this behind it.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from draht.common.answers import SeeOther
from draht.common.paging import read_before
from draht.common.refusal import Refused
from draht.outbox import actions, queries
from draht.outbox.models import State


def _state_of(raw: str | None) -> State:
    return State(raw) if raw in State.values else State.FAILED


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What runs by the clock, how the jobs stand, and those of one state."""
    state = _state_of(request.GET.get("state"))
    before = request.GET.get("before")
    found = {
        "state": state.value,
        "before": before,
        "jobs": queries.jobs_page(state=state, before=read_before(before)),
        "counts": queries.counts(),
        "count_limit": queries.COUNT_LIMIT,
        "queue_age": round(queries.queue_age()),
        "workers": queries.workers_alive(),
        "last_seen": queries.last_seen(),
        "clock": queries.clock_lines(),
    }
    return render(request, "outbox/desk.html", found)


@require_POST
def job(request: HttpRequest, job_id: int) -> HttpResponse:
    """Run one job again, or drop it."""
    act = actions.drop_job if request.POST.get("act") == "drop" else actions.retry_job
    try:
        act(job_id=job_id)
    except Refused as refusal:
        messages.warning(request, refusal.message)
    return _back(request)


@require_POST
def failed_jobs(request: HttpRequest) -> HttpResponse:
    """Run all failed jobs again, as after a mail server came back."""
    count = actions.retry_failed_jobs()
    text = ngettext("%(num)s job runs again.", "%(num)s jobs run again.", count) % {"num": count}
    messages.success(request, text if count else _("There is no failed job any more."))
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    return SeeOther(f"{reverse('outbox:desk')}?state={_state_of(request.POST.get('state')).value}")
