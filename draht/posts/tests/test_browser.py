"""Writing and taking part in a real browser, under the real policy, with and without script."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from draht.actors.actions import create_actor, grant_voice
from draht.actors.models import Kind
from draht.members.models import Member
from draht.members.tests.factories import PASSWORD, make_member
from draht.posts.actions import write_comment
from draht.posts.models import Comment, Post
from draht.posts.tests.factories import make_post

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def erna(browser: Browser, transactional_db: None) -> Member:
    """A member. `browser` comes first, because it allows to use the database beside its event loop."""
    return make_member("Erna", "Weber", email="erna@example.org")


@pytest.fixture
def post(erna: Member) -> Post:
    """What somebody else wrote."""
    return make_post(make_member("Ida", "Sommer").actor, "The die wears after two days")


def sign_in(context: BrowserContext, member: Member, live_server: LiveServer) -> None:
    client = Client()
    client.force_login(member.user, backend=settings.AUTHENTICATION_BACKENDS[0])
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])


@pytest.fixture
def context(browser: Browser, erna: Member, live_server: LiveServer) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 800}, base_url=live_server.url, locale="en")
    context.set_default_timeout(10_000)
    sign_in(context, erna, live_server)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


WORDS = "Half a thought about wire rod"


def test_a_draft_survives_a_closed_tab_and_goes_when_it_is_published(context: BrowserContext, page: Page) -> None:
    page.goto("/")
    page.get_by_label("Your post").fill(WORDS)
    page.close()
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_label("Your post")).to_have_value(WORDS)
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#toasts").get_by_text("Your post is published.")).to_be_attached()
    page.goto("/")
    expect(page.get_by_label("Your post")).to_have_value("")
    assert Post.objects.get().text == WORDS


def test_a_draft_survives_a_lost_connection(context: BrowserContext, page: Page) -> None:
    page.goto("/")
    page.get_by_label("Your post").fill(WORDS)
    context.set_offline(True)
    page.get_by_role("button", name="Publish").click()
    page.wait_for_url("chrome-error://**")
    context.set_offline(False)
    page.goto("/")
    expect(page.get_by_label("Your post")).to_have_value(WORDS)
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("#toasts").get_by_text("Your post is published.")).to_be_attached()
    assert Post.objects.count() == 1


def test_says_that_a_comment_and_a_like_were_not_sent(context: BrowserContext, page: Page, post: Post) -> None:
    page.goto(f"/posts/{post.id}/")
    page.get_by_label("Write a comment").fill(WORDS)
    told = page.locator("#toasts").get_by_text("There is no connection.")
    context.set_offline(True)
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(told).to_be_visible()
    expect(page.get_by_label("Write a comment")).to_have_value(WORDS)
    page.get_by_role("button", name="Like", exact=True).click()
    expect(told).to_have_count(1)
    context.set_offline(False)
    Post.objects.all().delete()
    page.get_by_role("button", name="Like", exact=True).click()
    expect(page.locator("#toasts").get_by_text("That did not work.")).to_be_visible()


def test_a_draft_survives_an_expired_session(page: Page, erna: Member) -> None:
    page.goto("/")
    page.get_by_label("Your post").fill(WORDS)
    Session.objects.all().delete()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="Sign in again").click()
    page.locator("input[name=login]").fill("erna@example.org")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url("**/")
    expect(page.get_by_label("Your post")).to_have_value(WORDS)
    assert not Post.objects.exists()


def test_takes_part_without_leaving_the_page(page: Page, post: Post) -> None:
    page.goto(f"/posts/{post.id}/")
    page.get_by_role("button", name="Like", exact=True).click()
    expect(page.get_by_role("button", name="Like", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Like", exact=True)).to_be_focused()
    page.get_by_label("Write a comment").fill("Change the soap")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator(".comment .prose")).to_have_text("Change the soap")
    expect(page.get_by_label("Write a comment")).to_have_value("")
    page.get_by_role("link", name="Answer").click()
    expect(page.get_by_label("Your answer")).to_be_focused()
    page.get_by_label("Your answer").fill("Or the die")
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".comment-answers .prose")).to_have_text("Or the die")
    assert [comment.answers_id != 0 for comment in Comment.objects.order_by("id")] == [False, True]
    page.reload()
    expect(page.get_by_label("Write a comment")).to_have_value("")


def test_takes_part_without_script(browser: Browser, erna: Member, post: Post, live_server: LiveServer) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    sign_in(context, erna, live_server)
    page = context.new_page()
    page.goto(f"/posts/{post.id}/")
    page.get_by_role("button", name="Like", exact=True).click()
    assert page.url.endswith(f"/posts/{post.id}/#post-{post.id}")
    page.get_by_label("Write a comment").fill("Change the soap")
    page.get_by_role("button", name="Comment", exact=True).click()
    page.get_by_role("link", name="Answer").click()
    page.get_by_label("Your answer").fill("Or the die")
    page.get_by_role("button", name="Answer").click()
    assert page.locator(".comment-answers .prose").first.inner_text() == "Or the die"
    post.refresh_from_db()
    assert (post.likes, post.comments) == (1, 2)
    context.close()


def test_mentions_somebody_while_typing(page: Page, erna: Member) -> None:
    ida = make_member("Ida", "Sommer").actor
    page.goto("/posts/")
    page.get_by_label("Your post").press_sequentially("Ask @ida", delay=20)
    expect(page.get_by_role("option", name="Ida Sommer")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your post")).to_have_value(f"Ask @{ida.handle} ")
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="Ida Sommer").click()
    expect(page).to_have_url(re.compile(f"/members/{ida.handle}/"))


@pytest.mark.parametrize(("page_of", "label"), [("edit", "Your post"), ("recommend", "Your words")])
def test_mentions_somebody_while_changing_and_recommending(page: Page, erna: Member, page_of: str, label: str) -> None:
    ida = make_member("Ida", "Sommer").actor
    post = make_post(erna.actor if page_of == "edit" else ida, "x" * 4000)
    page.goto(f"/posts/{post.id}/{page_of}/")
    text = page.get_by_label(label)
    text.fill("x" * 400)
    text.press_sequentially(" @ida", delay=20)
    expect(page.get_by_role("option", name="Ida Sommer")).to_be_visible()
    page.keyboard.press("Enter")
    expect(text).to_have_value(f"{'x' * 400} @{ida.handle} ")
    expect(page.locator("char-counter")).to_be_visible(visible=page_of == "recommend")


def test_speaks_for_a_company_by_keyboard(page: Page, erna: Member) -> None:
    company = create_actor(kind=Kind.COMPANY, name="Rheinseil AG").id
    grant_voice(speaker=erna.actor_id, actor=company)
    page.goto("/posts/")
    choice = page.get_by_label("You speak")
    expect(choice).to_have_value("")
    expect(page.get_by_text("label for advertising")).to_be_hidden()
    choice.focus()
    page.keyboard.press("ArrowDown")
    expect(choice).to_have_value(str(company))
    expect(page.get_by_text("label for advertising")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type(WORDS)
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "publish":
            break
    page.keyboard.press("Enter")
    card = page.locator(".post-card")
    expect(card.get_by_role("heading")).to_have_text("Rheinseil AG for the company")
    expect(card).to_contain_text("written by Erna Weber")
    page.get_by_label("Write a comment").fill("Ask us")
    page.locator("#comments").get_by_label("You speak").select_option("for Rheinseil AG")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator(".comment")).to_contain_text("for the company")
    expect(page.locator("#comments").get_by_label("You speak")).to_have_value("")
    page.reload()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_describes_pictures_before_they_are_sent(page: Page, tmp_path: Path) -> None:
    names = ("red", "green")
    for name in names:
        Image.new("RGB", (300, 200), name).save(tmp_path / f"{name}.png")
    page.goto("/posts/")
    page.locator("input[type=file]").set_input_files([tmp_path / f"{name}.png" for name in names])
    fields = page.get_by_label("Describe this picture")
    expect(fields).to_have_count(2)
    fields.nth(1).fill("A green die")
    page.get_by_label("Your post").fill("x" * 5001)
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("alert")).to_contain_text("At most 5000 characters")
    expect(page.get_by_label("Describe this picture")).to_have_count(2)
    page.get_by_label("Describe this picture").first.fill("A red die")
    page.get_by_label("Your post").fill("Two dies")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("img", name="A red die")).to_be_visible()
    expect(page.get_by_role("img", name="A green die")).to_be_visible()


def test_is_accessible(page: Page, post: Post) -> None:
    comment = write_comment(author=post.author_id, post=post.id, text="Ask #Kupfer people")
    axe = Axe()
    for path in (
        "/posts/",
        f"/posts/{post.id}/",
        f"/posts/{post.id}/?answer={comment}",
        f"/posts/{post.id}/comments/{comment}/",
        f"/posts/{post.id}/recommend/",
        f"/posts/{post.id}/likes/",
        f"/posts/{post.id}/recommendations/",
        f"/posts/{post.id}/versions/",
        "/tags/kupfer/",
        "/notices/",
        "/notices/choices/",
    ):
        page.goto(path)
        found = axe.run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
