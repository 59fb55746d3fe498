"""The pattern page: every component with believable content, in both themes. For those who build pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from draht.ui import examples
from draht.ui.icons import ICONS


def patterns(request: HttpRequest) -> HttpResponse:
    """Every component."""
    return render(request, "ui/patterns.html", {"examples": examples, "icons": ICONS})


def example_home(request: HttpRequest) -> HttpResponse:
    """A whole page as its member sees it: frame, bars, menus."""
    request.viewer = examples.VIEWER  # type: ignore[attr-defined]
    return render(request, "ui/example_home.html", {"examples": examples})


def example_people(request: HttpRequest) -> HttpResponse:
    """The people whose name begins with `q`, for the composer of the pattern page."""
    word = request.GET.get("q", "").lower()
    lines = [line for line in examples.PEOPLE if line.name.lower().startswith(word)]
    return render(request, "ui/example_people.html", {"lines": lines})


def example_new(request: HttpRequest) -> HttpResponse:
    """What <new-entries> gets when there is something new."""
    return render(request, "ui/example_new.html")


def example_door(request: HttpRequest) -> HttpResponse:
    """A page before one is inside."""
    return render(request, "ui/example_door.html", {"examples": examples})


def example_error(request: HttpRequest) -> HttpResponse:
    """A page when something went wrong."""
    return render(
        request,
        "ui/error.html",
        {"status": 404, "title": "There is nothing here", "text": "Perhaps it was deleted, or the address has a slip."},
    )
