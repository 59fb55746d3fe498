"""The small scripts keep their promises in a real browser, under our Content Security Policy."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django import Settings

pytestmark = pytest.mark.browser


def nobody(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A visitor in German, without database."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.viewer = None  # type: ignore[attr-defined]
        return get_response(request)

    return middleware


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    settings.ROOT_URLCONF = "draht.ui.tests.addresses"
    settings.MIDDLEWARE = ["draht.ui.tests.test_scripts.nobody", "draht.config.headers.security_headers"]
    server = make_server("127.0.0.1", 0, StaticFilesHandler(WSGIHandler()), Server, Silent)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/patterns/home/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def test_a_draft_survives_until_the_server_says_that_it_is_saved(page: Page) -> None:
    text = page.locator(".composer textarea")
    text.fill("Half a thought")
    page.reload()
    expect(text).to_have_value("Half a thought")
    expect(page.locator(".draft-note")).to_be_visible()
    page.evaluate("document.dispatchEvent(new CustomEvent('draht:saved', { detail: { key: 'example' } }))")
    page.reload()
    expect(text).to_have_value("")


def test_a_draft_can_be_discarded(page: Page) -> None:
    text = page.locator(".composer textarea")
    text.fill("Half a thought")
    page.reload()
    page.locator(".draft-note button").click()
    expect(text).to_have_value("")
    page.reload()
    expect(text).to_have_value("")


def test_signing_out_leaves_no_draft_behind(page: Page) -> None:
    page.locator(".composer textarea").fill("Half a thought")
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")
    page.locator(".top-bar summary").click()
    page.locator("button[data-clears-drafts]").click()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_a_menu_closes_outside_and_on_escape(page: Page) -> None:
    summary = page.locator("#post-1 summary")
    menu = page.locator("#post-1 .menu-box")
    summary.click()
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    page.locator("h3").first.click()
    expect(menu).to_be_hidden()


def test_a_name_is_suggested_and_taken_by_keyboard(page: Page) -> None:
    text = page.locator(".composer textarea")
    text.press_sequentially("Danke @jo")
    option = page.get_by_role("option", name="Jonas Brandt")
    expect(option).to_be_visible()
    assert text.get_attribute("aria-activedescendant") == option.get_attribute("id")
    text.press("Enter")
    expect(text).to_have_value("Danke @jonas-brandt ")
    expect(page.locator(".suggestions")).to_be_hidden()
    text.press_sequentially("und @ha")
    expect(page.locator(".suggestions [role=option]")).to_have_count(1)
    text.press("Escape")
    expect(page.locator(".suggestions")).to_be_hidden()


def test_names_that_come_after_escape_stay_away(page: Page) -> None:
    text, names = page.locator(".composer textarea"), page.locator(".suggestions")
    text.press_sequentially("Danke @jo")
    expect(names).to_be_visible()
    held: list[Route] = []
    page.route("**/*?q=*", lambda route: held.append(route))
    with page.expect_request("**/*?q=jon"):
        text.press_sequentially("n")
    text.press("Escape")
    for route in held:
        route.continue_()
    page.wait_for_timeout(500)
    expect(names).to_be_hidden()


def test_names_go_when_the_caret_leaves_the_word(page: Page) -> None:
    text, names = page.locator(".composer textarea"), page.locator(".suggestions")
    text.press_sequentially("Danke @jo")
    expect(names).to_be_visible()
    text.press("Home")
    expect(names).to_be_hidden()
    text.press("Enter")
    expect(text).to_have_value("\nDanke @jo")


def test_new_entries_are_told_without_a_jump(page: Page) -> None:
    before = page.locator("#post-3").bounding_box()
    page.evaluate("window.scrollTo(0, 600)")
    at = page.evaluate("document.querySelector('#post-3').getBoundingClientRect().top")
    page.evaluate("document.querySelector('new-entries').look()")
    expect(page.locator("new-entries a")).to_have_text("3 neue Beiträge")
    expect(page.locator("#announcer")).to_have_text("3 neue Beiträge")
    assert before
    assert abs(page.evaluate("document.querySelector('#post-3').getBoundingClientRect().top") - at) < 1


def test_a_chosen_picture_is_shown_with_a_field_for_its_description(page: Page, tmp_path: Path) -> None:
    pixel = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")
    (tmp_path / "dot.gif").write_bytes(pixel)
    page.locator(".composer input[type=file]").set_input_files(tmp_path / "dot.gif")
    preview = page.locator(".composer .preview")
    expect(preview.locator("img")).to_have_js_property("naturalWidth", 1)
    expect(preview.get_by_role("textbox")).to_have_attribute("name", "alt")
    expect(preview).to_contain_text("dot.gif")


def test_brightness_is_remembered_on_this_device_without_a_cookie(page: Page) -> None:
    page.locator("theme-switch button[value=night]").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "night")
    assert page.context.cookies() == []
    page.locator("theme-switch button[value='']").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "night")


def test_characters_left_are_counted(page: Page, address: str) -> None:
    page.goto(address.replace("home/", ""))
    text = page.locator("#day_reason")
    text.fill("x" * 290)
    expect(page.locator("char-counter[for=day_reason]")).to_have_text("10 characters left")
    text.fill("x" * 303)
    expect(page.locator("char-counter[for=day_reason]")).to_have_text("3 characters too many")


def test_a_dialog_opens_and_closes(page: Page, address: str) -> None:
    page.goto(address.replace("home/", ""))
    page.locator("a[data-dialog=dialog-day]").click()
    dialog = page.get_by_role("dialog", name="Kontakt anfragen")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_screen(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("home/", "", "door/", "error/"):
        page.goto(address.replace("home/", name))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
