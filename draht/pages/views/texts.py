"""Ways in: what this network says of itself."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


def _imprint() -> list[str]:
    """The lines that the host wrote; none if there are none yet."""
    return [line.strip() for line in settings.DRAHT_IMPRINT.split("|") if line.strip()]


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """What this network is."""
    return render(request, "pages/about.html")


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """The questions people ask first."""
    return render(request, "pages/help.html")


@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """Which data there is, who sees it, how it goes."""
    return render(request, "pages/privacy.html", {"event_days": settings.DRAHT_KEEP_EVENTS, "imprint": _imprint()})


@require_GET
def imprint(request: HttpRequest) -> HttpResponse:
    """Who runs this network."""
    return render(request, "pages/imprint.html", {"imprint": _imprint()})
