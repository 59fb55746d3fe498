"""The handover file of a mandate."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from draht.accounts.door import members_only
from draht.companies.queries import mandate_with
from draht.companies.rules import may_see_mandate
from draht.members.viewer import MemberRequest
from draht.pages.handover import as_json, as_text, handover_facts

_KINDS = {"json": (as_json, "application/json"), "txt": (as_text, "text/plain; charset=utf-8")}


@require_GET
@members_only
def handover(request: MemberRequest, mandate: int, kind: str) -> HttpResponse:
    """What was written under a mandate and what is open, for both sides, to take along."""
    line = mandate_with(mandate)
    if kind not in _KINDS or line is None or not line.row.begun or not may_see_mandate(request.viewer.id, line.row):
        raise Http404
    write, type_ = _KINDS[kind]
    answer = HttpResponse(write(handover_facts(line)), content_type=type_)
    answer["Content-Disposition"] = f'attachment; filename="handover-{line.company.handle}.{kind}"'
    return answer
