"""The one door: who may enter a view at all, and how the others get in.

`draht.members.middleware` puts the viewer on every request; rooms above the members know more of it and narrow the type
(`draht.members.viewer.MemberRequest`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from draht.accounts.models import User
from draht.common.answers import READING, leave_to, page_behind

P = ParamSpec("P")


class Viewer(Protocol):
    """Who is looking, as far as the rooms up to this floor's neighbours need to know. `id` is the actor's."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def is_host(self) -> bool: ...
    @property
    def rules_version(self) -> int: ...


class UserRequest(HttpRequest):
    """A request by somebody who is signed in, as views behind the door get it."""

    user: User
    viewer: Viewer
    htmx: Any


R = TypeVar("R", bound=UserRequest)


def viewer_in(request: HttpRequest) -> Viewer | None:
    """Who is looking; None for a visitor, or where nobody has looked yet."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    return viewer


def viewer_id(request: HttpRequest) -> int | None:
    """The actor who is looking; None for a visitor."""
    viewer = viewer_in(request)
    return viewer.id if viewer else None


def members_only(
    view: Callable[Concatenate[R, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let members in; send visitors to the sign-in page and back here afterwards."""

    @wraps(view)
    def inner(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if viewer_in(request) is None:
            return _ask_to_sign_in(request)
        return view(request, *args, **kwargs)  # type: ignore[arg-type]

    inner.is_for_members = True  # type: ignore[attr-defined]
    return inner


def host_only(
    view: Callable[Concatenate[R, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let the host in and nobody else."""

    @wraps(view)
    def inner(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.viewer.is_host:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return members_only(inner)


def is_signed_out(request: HttpRequest) -> bool:
    """Whether this asks for something that is behind the door, and nobody is signed in, or not any more."""
    found = request.resolver_match
    return viewer_in(request) is None and getattr(found and found.func, "is_for_members", False)


def way_back_in(request: HttpRequest) -> str:
    """The sign-in page, which leads on to the page that was asked for, or on which the form or button stood."""
    is_page = request.method in READING and "HX-Request" not in request.headers
    target = request.get_full_path() if is_page else page_behind(request)
    return f"{reverse('account_login')}?next={quote(target)}"


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        raise PermissionDenied  # an account that is no member's: the sign-in page would only send it back here
    return leave_to(request, way_back_in(request))
