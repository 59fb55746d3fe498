"""Taking along what one wrote."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from draht.accounts.door import members_only
from draht.common.answers import SeeOther
from draht.members.viewer import MemberRequest
from draht.portability import actions, queries, shelf


@require_http_methods(["GET", "HEAD", "POST"])
@members_only
def takeaway(request: MemberRequest) -> HttpResponse:
    """Ask for an archive of everything; see whether it is ready."""
    if request.method == "POST":
        actions.ask_for_takeaway(member=request.viewer.id)
        return SeeOther(reverse("portability:takeaway"))
    return render(request, "portability/takeaway.html", {"found": queries.takeaway_of(request.viewer.id)})


@require_safe
@members_only
def archive(request: MemberRequest) -> FileResponse:
    """The archive itself, for whom it is about and for nobody else."""
    found = queries.takeaway_of(request.viewer.id)
    if found is None or found.until is None:
        raise Http404
    try:
        file = shelf.path_of(found.key).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    answer = FileResponse(file, as_attachment=True, filename=f"{request.viewer.handle}.zip")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
