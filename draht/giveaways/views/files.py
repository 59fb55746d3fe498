"""Files to take along and check elsewhere."""

import inspect
import json

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from draht.giveaways import queries, recompute
from draht.giveaways.views.door import started_or_404


def _file(content: str, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type=f"{kind}; charset=utf-8", headers=headers)


@require_safe
def proof(request: HttpRequest, giveaway: int) -> HttpResponse:
    """The proof of a draw, as JSON."""
    found = queries.proof_of(started_or_404(request, giveaway))
    return _file(
        json.dumps(found, ensure_ascii=False, indent=1) + "\n", f"giveaway-{giveaway}.json", "application/json"
    )


@require_safe
def terms(request: HttpRequest, giveaway: int) -> HttpResponse:
    """The frozen terms, byte by byte what the hash was made of."""
    return _file(started_or_404(request, giveaway).terms, f"giveaway-{giveaway}-terms.json", "application/json")


@require_safe
def script(request: HttpRequest) -> HttpResponse:
    """The stand-alone program that recomputes a draw: the same file with which Draht draws."""
    return _file(inspect.getsource(recompute), "recompute.py", "text/x-python")
