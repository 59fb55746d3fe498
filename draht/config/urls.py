"""Every address. Nouns, one line per room."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path

from draht.accounts.door import host_only
from draht.companies import urls as companies
from draht.config.health import health
from draht.feed.views import home
from draht.members import urls as members
from draht.outbox import urls as outbox
from draht.pages.views.company import company
from draht.pages.views.names import names
from draht.pages.views.profile import profile


def _behind(
    door: Callable[[Callable[..., HttpResponseBase]], Callable[..., HttpResponseBase]], addresses: list[URLPattern]
) -> list[URLPattern]:
    """Addresses of a room that lies below the door, each view behind it."""
    return [URLPattern(one.pattern, door(one.callback), one.default_args, one.name) for one in addresses]


# People know these as pages of the members, but they show rooms above them.
_OF_PEOPLE = [
    path("members/suggest/", names, name="suggest"),
    path("members/<slug:handle>/", profile, name="profile"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("health/", health, name="health"),
    path("", include("draht.portability.urls")),
    path("", include("draht.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("feed/", include("draht.feed.urls")),
    path("contacts/", include("draht.contacts.urls")),
    path("ties/", include("draht.ties.urls")),
    path("", include("draht.enquiries.urls")),
    path("", include("draht.posts.urls")),
    path("", include("draht.insights.urls")),
    path("", include("draht.newsroom.urls")),
    path("", include("draht.moderation.urls")),
    path("", include("draht.giveaways.urls")),
    path("", include("draht.conduct.urls")),
    path("notices/", include("draht.notifications.urls")),
    path("", include("draht.media.urls")),
    path("host/jobs/", include((_behind(host_only, outbox.urlpatterns), outbox.app_name))),
    path("", include(([*members.urlpatterns, *_OF_PEOPLE], "members"))),
    path("", include(([*companies.urlpatterns, path("companies/<slug:handle>/", company, name="page")], "companies"))),
    path("", include("draht.pages.urls")),
]
if settings.DRAHT_DEVELOPMENT:
    urlpatterns += [path("patterns/", include("draht.ui.urls")), path("dev/", include("draht.demo.urls"))]

handler400 = "draht.config.faults.bad_request"
handler403 = "draht.config.faults.forbidden"
handler404 = "draht.config.faults.not_found"
handler500 = "draht.config.faults.broken"
