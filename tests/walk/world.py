"""The demo trade with those who walk through it, and with what the trade itself has no example of."""

import copy
import re
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from allauth.account.internal.userkit import user_id_to_str
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import resolve, reverse
from django.urls.exceptions import Resolver404

from draht.accounts.models import User
from draht.members.models import Member
from tests.walk.table import COLUMNS, Line
from tests.walk.things import Thing, Things
from tests.walk.vault import contents
from tests.walk.words import written_by_people

INTERNAL = re.compile(r'\b(?:href|src|formaction|action|hx-get|hx-post)="(/[^"#?]*)[^"]*"')
# For as long as a walk may take, nobody is asked again who they are.
HOUR = 3600
FOLLOWED = re.compile(r'<a\b[^>]*?\bhref="(/[^"#]*)')


@dataclass
class Walker:
    """Somebody who walks through the pages: a column of the table."""

    column: str
    member: Member | None
    # Words that must not stand on any page for them: who is on the other side of a block.
    unseen: tuple[str, ...] = ()
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))

    def __post_init__(self) -> None:
        """Sign in."""
        if self.member:
            self.client.force_login(self.member.user, backend=settings.AUTHENTICATION_BACKENDS[0])
            session = self.client.session
            proof = {"method": "password", "at": time.time() + HOUR, "reauthenticated": True}
            session["account_authentication_methods"] = [proof]
            session["account_authentication_methods_user"] = user_id_to_str(self.member.user)
            session.save()
        self._cookies = copy.deepcopy(self.client.cookies)

    def starts_again(self) -> None:
        """Be as signed in as at first, whatever a walk did."""
        self.client.cookies = copy.deepcopy(self._cookies)

    @property
    def id(self) -> int | None:
        """Their actor, None for a visitor."""
        return self.member.actor_id if self.member else None


@dataclass(frozen=True)
class Answer:
    """What came back."""

    path: str
    status: int
    text: str
    queries: int
    type: str
    faults: tuple[str, ...]


class World:
    """The trade, its walkers and its things."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        """Let them in."""
        self.members = members
        self.things = Things(first=members["ada"].actor_id)
        self.written = written_by_people()
        self.vault = contents()
        self.walkers = {
            "visitor": Walker("visitor", None),
            "stranger": Walker("stranger", members["cem"]),
            "contact": Walker("contact", members["ben"]),
            "own": Walker("own", members["ada"]),
            "host": Walker("host", members["mo"]),
        }
        self._visited: dict[tuple[int | None, str], int] = {}
        self.language = "en"
        self.is_whole = connection.vendor == "sqlite"

    def speak(self, language: str) -> None:
        """Everybody reads in this language from now on."""
        User.objects.update(language=language)
        self.language = language

    def get(self, walker: Walker, path: str, *, htmx: bool = False, open_secrets: bool = False) -> Answer:
        """Ask for a page, and see to what holds for every answer."""
        headers = {"accept-language": self.language} | ({"hx-request": "true"} if htmx else {})
        count = 0

        def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
            nonlocal count
            count += 1
            return execute(*arguments)

        with connection.execute_wrapper(counting):
            response: Any = walker.client.get(path, headers=headers)
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        content = b"".join(response.streaming_content) if response.streaming else response.content
        text = content.decode() if kind.startswith(("text/", "application/json")) else ""
        self._visited[walker.id, path] = response.status_code
        faults = [*self._broken(response), *self._headers(response)]
        if not open_secrets:
            faults += [f"tells {secret}" for secret in self.vault.told(text, walker.id)]
            faults += [f"names {word}" for word in walker.unseen if word in text]
        return Answer(path, response.status_code, text, count, kind, tuple(faults))

    @staticmethod
    def _broken(response: Any) -> Iterable[str]:
        if error := getattr(response, "exc_info", None):
            yield f"{type(error[1]).__name__}: {error[1]}"

    @staticmethod
    def _headers(response: Any) -> Iterable[str]:
        policy = response.headers.get("Content-Security-Policy", "")
        if "default-src 'none'" not in policy or "unsafe" in policy:
            yield f"Content-Security-Policy: {policy!r}"
        if strange := set(response.cookies) - {settings.SESSION_COOKIE_NAME}:
            yield f"cookies {strange}"

    def column(self, walker: Walker, owner: int | None) -> str:
        """How this walker stands to whom a thing belongs to."""
        if walker.id is None or owner is None:
            return walker.column
        if walker.id == owner:
            return "own"
        if (walker.id, owner) in self.things.contacts:
            return "contact"
        return "host" if walker.column == "host" else "stranger"

    def expected(self, line: Line, walker: Walker, thing: Thing | None) -> int:
        """What the table says. Across a block there is nothing."""
        owner = thing.owner if thing else None
        answer = line.answers[COLUMNS.index(self.column(walker, owner))]
        is_hidden = (walker.id, owner) in self.things.hidden
        return 404 if is_hidden and answer < 400 else answer

    def sample(self, line: Line, walker: Walker) -> Thing | None:
        """What this walker is shown at this address: something to which they stand as their column says."""
        if not line.of:
            return None
        found = self.things(line.of)
        return next((thing for thing in found if self.column(walker, thing.owner) == walker.column), found[0])

    def dead_ends(self, walker: Walker, page: str) -> list[str]:
        """Links of a page that lead this walker nowhere, and forms that are sent to no address."""
        found = []
        for path in sorted(set(FOLLOWED.findall(page))):
            clean = path.replace("&amp;", "&")
            if (walker.id, clean) not in self._visited:
                self.get(walker, clean, open_secrets=True)
            if (status := self._visited[walker.id, clean]) in (404, 405) or status >= 500:
                found.append(f"{clean} ({status})")
        return found + [f"{path} (no such address)" for path in sorted(set(INTERNAL.findall(page))) if not _leads(path)]


def _leads(path: str) -> bool:
    if path.startswith(settings.STATIC_URL):
        return True  # asked for by `test_what_a_page_needs_is_there`
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def address(name: str, thing: Thing | None) -> str:
    """Where this thing is under this name."""
    return reverse(name, kwargs=thing.where if thing else {})
