"""Addresses as the rooms above have them, so that frames can be looked at without those rooms."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, include, path


def _page(_request: HttpRequest, **_arguments: object) -> HttpResponse:
    return HttpResponse()


def _place(name: str, route: str = "") -> URLPattern:
    return path(route or f"{name}/", _page, name=name)


urlpatterns = [
    path("patterns/", include("draht.ui.urls")),
    _place("home", "home/"),
    _place("language"),
    _place("account_login"),
    _place("account_logout"),
    _place("account_signup"),
    _place("comment", "posts/<int:post_id>/comments/<int:comment_id>/"),
    _place("person", "people/<str:handle>/"),
    path("contacts/", include(([_place("list"), _place("requests")], "contacts"))),
    path("notices/", include(([_place("list")], "notifications"))),
    path("members/", include(([_place("profile", "<handle>/"), _place("card"), _place("directory")], "members"))),
    path("account/", include(([_place("settings")], "accounts"))),
    path("desk/", include(([_place("desk")], "outbox"))),
    path("", include(([_place(name) for name in ("about", "house_rules", "privacy", "imprint")], "pages"))),
]
