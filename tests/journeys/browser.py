"""Somebody before a screen, who notices what is wrong with each page they look at."""

import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from tests.journeys.hands import Hands

RULES = ("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa")
WIDE, NARROW, NARROWEST = 1280, 390, 320
HEIGHT = 900
# Contrast is computed for both themes from the tokens (`draht/ui/tests/test_colours.py`): here each is seen once.
SIGHTS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((WIDE, "light"), (NARROW, "dark"))
# The status of an answer that never came.
OFFLINE = 0
# What tells one page from another of the same kind.
NAMES = re.compile(r"/(\d+|[0-9a-f]{16,}|[^/]*-[^/]*|[A-Za-z0-9:_-]{30,})(?=/)")
# A part that came into a page brings other forms.
FORMS = "() => [...document.forms].map(form => form.getAttribute('action') ?? '')"
# Whether htmx answers with a part, and whether it stands in the page.
SWAPS = "target => (target.form ?? target).matches('[hx-get], [hx-post]') || target.matches('[hx-get], [hx-post]')"
SETTLED = "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')"
AXE = Axe()


@dataclass
class Person:
    """One person's browser window."""

    name: str
    page: Page
    address: str
    # What went wrong in this story, and the kinds of pages that axe has seen in all stories.
    troubles: list[str]
    seen: set[str]
    hands: Hands
    has_script: bool = True
    # Answers that a story provokes on purpose.
    expected: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin to notice."""
        self._notices()

    def opens_a_new_tab(self) -> None:
        """And closes the one that was open."""
        self.page.close()
        self.page = self.page.context.new_page()
        self._notices()

    def _notices(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._note(f"script error: {error}"))
        self.page.on("request", self._request)
        self.page.on("response", self._response)
        self.page.set_viewport_size({"width": WIDE, "height": HEIGHT})

    def _note(self, trouble: str) -> None:
        self.troubles.append(f"{self.name} at {self.page.url}: {trouble}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not self._is_expected(message.text):
            self._note(f"console: {message.text}")

    def _is_expected(self, text: str) -> bool:
        return any(f"status of {status}" in text for status in self.expected) or (
            OFFLINE in self.expected and "net::ERR_" in text
        )

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and f"{parts.scheme}://{parts.netloc}" != self.address:
            self._note(f"asks another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self._note(f"{response.status} for {response.request.method} {response.url}")

    # --- acting ---

    def follows(self, name: str, *, within: Locator | None = None) -> None:
        """Follow a link and look at where it leads."""
        self._goes_on((within or self.page).get_by_role("link", name=name).first)

    def presses(self, name: str, *, within: Locator | None = None) -> None:
        """Press a button and look at what comes."""
        self._goes_on((within or self.page).get_by_role("button", name=name, exact=True).first)

    def _goes_on(self, target: Locator) -> None:
        """Press, and wait for the page or the part that answers."""
        if self.has_script and target.evaluate(SWAPS):
            with self.page.expect_response("**"):
                self.hands.press(target)
            self.page.wait_for_function(SETTLED)
        else:
            with self.page.expect_navigation(wait_until="load"):
                self.hands.press(target)
        self.looks()

    def writes(self, label: str, text: str, *, within: Locator | None = None) -> None:
        """Write into a field."""
        named = (within or self.page).get_by_label(re.compile(rf"^{re.escape(label)}\b"))
        self.hands.write(named.and_(self.page.locator("input, textarea")).first, text)

    def ticks(self, label: str, *, on: bool = True) -> None:
        """Set a box."""
        self.hands.tick(self.page.get_by_label(label), on=on)

    def sees(self, text: str) -> None:
        """There it is, somewhere on the page."""
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()
        self.looks()

    def is_told(self, text: str) -> None:
        """A message says so; it may pass quickly."""
        expect(self.page.get_by_text(text).first).to_be_attached()
        self.looks()

    def sees_not(self, text: str) -> None:
        """It is nowhere on the page, not even unseen."""
        assert text not in self.page.content(), f"{self.name} sees {text!r} at {self.page.url}"

    # --- going and looking ---

    def goes_to(self, path: str) -> None:
        """Open an address and look at it."""
        self.page.goto(path if path.startswith("http") else f"{self.address}{path}")
        self.looks()

    def looks(self) -> None:
        """See whether the page is fit for everybody: by day and wide, by night and narrow. Each kind of page once."""
        self.page.wait_for_load_state("load")
        forms = {NAMES.sub("/…", action) for action in self.page.evaluate(FORMS)}
        path = NAMES.sub("/…", urlsplit(self.page.url).path)
        kind = " ".join((path, *sorted(forms), *([] if self.has_script else ["no script"])))
        if kind in self.seen:
            return
        self.seen.add(kind)
        if self.has_script:  # axe is a script
            self._ask_axe_everywhere(kind)
        self.page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            self._note(f"{kind} is {wide} pixels too wide for {NARROWEST}")
        self.page.set_viewport_size({"width": WIDE, "height": HEIGHT})

    def _ask_axe_everywhere(self, kind: str) -> None:
        for width, theme in SIGHTS:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.page.emulate_media(color_scheme=theme)
            self._ask_axe(f"{kind}, {width}, {theme}")
        self.page.emulate_media(color_scheme="light")

    def _ask_axe(self, what: str) -> None:
        found = AXE.run(self.page, options={"runOnly": list(RULES), "resultTypes": ["violations"]})
        for violation in found.response["violations"]:
            nodes = [f"{node['target']} {node['html'][:120]}" for node in violation["nodes"][:3]]
            self._note(f"axe, {what}: {violation['id']}: {violation['help']}: {' | '.join(nodes)}")
