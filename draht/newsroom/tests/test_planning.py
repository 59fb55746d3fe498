"""Articles and posts that come out later: written, planned, published by the clock, stopped when something is wrong."""

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions import end_mandate, set_roles, withdraw_page
from draht.companies.models import Company, LogEntry, Role
from draht.companies.tests.factories import make_company, make_mandate
from draht.conftest import Persona
from draht.media.models import Picture
from draht.newsroom.actions import publish_draft, publish_due, unplan_draft, withdraw_draft
from draht.newsroom.models import Draft, DraftPicture, DraftState
from draht.newsroom.tests.factories import change_draft, make_draft, newest, published_as
from draht.outbox.worker import run_until_idle
from draht.posts.models import Article, Post, PostPicture

NOW = datetime(2026, 11, 27, 10, tzinfo=ZoneInfo("Europe/Berlin"))
MONDAY = datetime(2026, 11, 30, 9, tzinfo=ZoneInfo("Europe/Berlin"))
BODY = "## Wear\n\nDies wear.\n\n![1]\n\n## Care\n\nOil.\n\n## End\n\nDone."


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


def png() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (640, 480), "red").save(file, "PNG")
    file.seek(0)
    file.name = "die.png"
    return file


def plan(draft: int, by: Persona, at: datetime = MONDAY) -> None:
    assert publish_draft(draft=draft, by=by.id, version=newest(draft), at=at) is None


# --- planned ----------------------------------------------------------------------------------------------------------


def test_what_is_planned_comes_out_once_at_its_moment(company: Company, ada: Persona) -> None:
    with clock.at(NOW):
        draft = make_draft(company, ada.id, "Open day on Saturday.")
        plan(draft, ada)
        publish_due()
        assert not Post.objects.exists()
    with clock.at(MONDAY + timedelta(seconds=20)):
        publish_due()
        publish_due()
        post = Post.objects.get()
    assert (post.text, post.author_id, post.writer_id) == ("Open day on Saturday.", company.actor_id, ada.id)
    assert Draft.objects.get().state == DraftState.RELEASED
    assert LogEntry.objects.filter(what="draft came out", member=None).exists()


@pytest.mark.parametrize("at", [NOW - timedelta(minutes=1), NOW + timedelta(days=367)])
def test_a_moment_that_is_over_or_too_far_is_refused(company: Company, ada: Persona, at: datetime) -> None:
    with clock.at(NOW):
        draft = make_draft(company, ada.id)
        with pytest.raises(Refused) as refused:
            publish_draft(draft=draft, by=ada.id, version=newest(draft), at=at)
    assert refused.value.field == "planned"


def test_a_typo_is_mended_without_planning_again(company: Company, ada: Persona) -> None:
    with clock.at(NOW):
        draft = make_draft(company, ada.id, "Wier.")
        plan(draft, ada)
        change_draft(draft, ada.id, "Wire.", planned=MONDAY)
    with clock.at(MONDAY):
        publish_due()
    assert Post.objects.get().text == "Wire."


def test_whoever_takes_the_moment_away_stops_it(company: Company, ada: Persona) -> None:
    with clock.at(NOW):
        draft = make_draft(company, ada.id)
        plan(draft, ada)
        change_draft(draft, ada.id, "Later.")
        assert Draft.objects.get().state == DraftState.WRITING
        plan(draft, ada)
        unplan_draft(draft=draft, by=ada.id)
    with clock.at(MONDAY):
        publish_due()
        with pytest.raises(Refused):
            unplan_draft(draft=draft, by=ada.id)
    assert not Post.objects.exists()


def test_what_cannot_be_published_is_stopped_and_says_why(company: Company, ada: Persona) -> None:
    with clock.at(NOW):
        draft = make_draft(company, ada.id)
        plan(draft, ada)
        withdraw_page(company=company.actor_id, by=ada.id)
    with clock.at(MONDAY):
        publish_due()
    row = Draft.objects.get()
    assert (row.state, row.trouble) == (DraftState.STOPPED, "The page of the company is not published any more.")
    page = ada.client().get(f"/company/drafts/{draft}/").content.decode()
    assert "not published any more" in page


def test_a_release_holds_until_its_moment_but_not_beyond_the_mandate(
    company: Company, ada: Persona, cem: Persona
) -> None:
    with clock.at(NOW):
        mandate = make_mandate(company, ada.id, cem.id)
        first = make_draft(company, cem.id, "One.", lays=True)
        second = make_draft(company, cem.id, "Two.", lays=True)
        plan(first, ada)
        plan(second, ada, MONDAY + timedelta(days=1))
    with clock.at(MONDAY):
        publish_due()
        post = Post.objects.get()
        assert (post.writer_id, post.agency_id) == (cem.id, cem.id)
        end_mandate(mandate=mandate.id, by=ada.id)
        run_until_idle()
    with clock.at(MONDAY + timedelta(days=1)):
        publish_due()
        assert Draft.objects.get(id=second).state == DraftState.STOPPED
        # It is the company's now: whoever publishes it speaks.
        assert Post.objects.get(id=published_as(second, ada.id)).writer_id == ada.id


def test_a_caretaker_plans_nothing_alone(company: Company, ada: Persona, cem: Persona) -> None:
    with clock.at(NOW):
        make_mandate(company, ada.id, cem.id)
        draft = make_draft(company, cem.id, lays=True)
        for at in (None, MONDAY):
            with pytest.raises(Refused):
                publish_draft(draft=draft, by=cem.id, version=newest(draft), at=at)
        plan(draft, ada)
        change_draft(draft, cem.id, "Something else.", planned=MONDAY)
    with clock.at(MONDAY):
        publish_due()
    assert not Post.objects.exists()


# --- in the team ------------------------------------------------------------------------------------------------------


def test_the_team_sees_and_changes_each_others_drafts_but_not_what_a_caretaker_has_not_shown(
    company: Company, ada: Persona, ben: Persona, cem: Persona
) -> None:
    set_roles(company=company.actor_id, member=ben.id, roles={Role.EDITOR}, by=ada.id)
    make_mandate(company, ada.id, cem.id)
    ours, theirs = make_draft(company, ada.id, "Ours."), make_draft(company, cem.id, "Not yet.")
    desk = f"/companies/{company.actor.handle}/drafts/"
    assert "Ours." in ben.client().get(desk).content.decode()
    assert "Not yet." not in ben.client().get(desk).content.decode()
    assert "Ours." not in cem.client().get(desk).content.decode()
    assert ben.client().get(f"/company/drafts/{theirs}/").status_code == 404
    assert cem.client().get(f"/company/drafts/{ours}/").status_code == 404
    change_draft(ours, ben.id, "Ours, better.")
    assert Post.objects.get(id=published_as(ours, ben.id)).writer_id == ada.id


def test_nobody_overwrites_what_somebody_else_saved_meanwhile(company: Company, ada: Persona, ben: Persona) -> None:
    set_roles(company=company.actor_id, member=ben.id, roles={Role.EDITOR}, by=ada.id)
    draft = make_draft(company, ada.id)
    seen = newest(draft)
    change_draft(draft, ben.id, "By Ben.")
    client, where = ada.client(), f"/company/drafts/{draft}/text/"
    answer = client.post(where, {"text": "By Ada.", "audience": "members", "seen": seen})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ben Achterberg has changed this draft meanwhile" in page
    assert "By Ada." in page
    assert f'name="seen" value="{newest(draft)}"' in page
    assert client.post(where, {"text": "By Ada.", "audience": "members", "seen": newest(draft)}).status_code == 303


def test_who_left_the_team_is_not_the_voice_of_what_they_left_behind(
    company: Company, ada: Persona, ben: Persona
) -> None:
    set_roles(company=company.actor_id, member=ben.id, roles={Role.EDITOR}, by=ada.id)
    draft = make_draft(company, ben.id)
    set_roles(company=company.actor_id, member=ben.id, roles=(), by=ada.id)
    assert Post.objects.get(id=published_as(draft, ada.id)).writer_id == ada.id


# --- articles and pictures --------------------------------------------------------------------------------------------


def test_an_article_is_written_illustrated_looked_at_and_published(company: Company, ada: Persona) -> None:
    client = ada.client()
    desk = f"/companies/{company.actor.handle}/drafts/"
    typed = {"title": "Why dies wear", "text": "In short.", "body": BODY, "audience": "everybody"}
    assert client.post(f"{desk}article/", {**typed, "title": ""}).status_code == 422
    answer = client.post(f"{desk}article/", {**typed, "pictures": png(), "alt": "A die"})
    where = answer.headers["Location"]
    shown = client.get(where).content.decode()
    assert "<figure>" in shown
    assert 'alt="A die"' in shown
    picture = DraftPicture.objects.get().picture_id
    assert Picture.objects.get().owner == company.actor_id
    form = client.get(f"{where}text/").content.decode()
    assert "![1]" in form
    seen = newest(Draft.objects.get().id)
    described = {"kept": picture, f"alt-{picture}": "A worn die", f"caption-{picture}": "After 4 t"}
    assert client.post(f"{where}text/", {**typed, "seen": seen, **described}).status_code == 303
    post = client.post(f"{where}publication/", {"version": newest(Draft.objects.get().id)}).headers["Location"]
    page = client.get(post).content.decode()
    assert "After 4 t</figcaption>" in page
    assert 'alt="A worn die"' in page
    assert Article.objects.get().sections[0][2] == "Wear"
    assert PostPicture.objects.get().caption == "After 4 t"
    assert not DraftPicture.objects.exists()


def test_pictures_of_a_withdrawn_draft_are_deleted_and_those_taken_out_too(company: Company, ada: Persona) -> None:
    client = ada.client()
    desk = f"/companies/{company.actor.handle}/drafts/new/"
    where = client.post(desk, {"text": "See.", "audience": "members", "pictures": png()}).headers["Location"]
    draft, picture = Draft.objects.get().id, DraftPicture.objects.get().picture_id
    taken_out = {"text": "See.", "audience": "members", "seen": newest(draft), "kept": picture, "remove": picture}
    assert client.post(f"{where}text/", {**taken_out, "pictures": png()}).status_code == 303
    assert not Picture.objects.filter(id=picture).exists()
    withdraw_draft(draft=draft, by=ada.id)
    assert not Picture.objects.exists()


def test_nobody_takes_a_picture_of_another_company_into_a_draft(company: Company, ada: Persona, ben: Persona) -> None:
    client = ada.client()
    client.post(
        f"/companies/{company.actor.handle}/drafts/new/", {"text": "See.", "audience": "members", "pictures": png()}
    )
    picture = DraftPicture.objects.get().picture_id
    other = make_company(ben.id, "Andere AG")
    ben.client().post(
        f"/companies/{other.actor.handle}/drafts/new/", {"text": "Mine.", "audience": "members", "kept": picture}
    )
    assert DraftPicture.objects.count() == 1
    assert Picture.objects.get().owner == company.actor_id


# --- the calendar -----------------------------------------------------------------------------------------------------


def test_the_calendar_shows_what_was_published_what_is_planned_and_holidays(company: Company, ada: Persona) -> None:
    where = f"/companies/{company.actor.handle}/calendar/"
    client = ada.client()
    with clock.at(NOW):
        published_as(make_draft(company, ada.id, "Out today."), ada.id)
        plan(make_draft(company, ada.id, "Out on Monday."), ada)
        make_draft(company, ada.id, "A wish.", planned=datetime(2026, 12, 24, 8, tzinfo=ZoneInfo("Europe/Berlin")))
        november = client.get(where).content.decode()
        december = client.get(f"{where}?month=2026-12").content.decode()
    assert "Out today." in november
    assert "Out on Monday." in november
    assert "A wish." not in november
    assert "A wish." in december
    assert client.get(f"{where}?month=nonsense").status_code == 404
    assert client.get(f"{where}?month=9999-12").status_code == 404
