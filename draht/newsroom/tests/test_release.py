"""Four eyes: what a caretaker writes is published by somebody of the company, as it was read."""

import json

import pytest

from draht.actors.models import EVERYBODY, MEMBERS
from draht.common.refusal import Refused
from draht.companies.actions import end_mandate, set_roles
from draht.companies.models import Company, Role
from draht.companies.tests.factories import make_company, make_mandate
from draht.conftest import Persona
from draht.newsroom.actions import comment_on_draft, publish_draft, return_draft
from draht.newsroom.models import Draft, DraftState
from draht.newsroom.queries import changes, side_by_side
from draht.newsroom.tests.factories import change_draft, make_draft, newest, published_as
from draht.outbox.worker import run_until_idle
from draht.posts.actions import publish_post
from draht.posts.models import Post, Spoken


@pytest.fixture
def company(ada: Persona) -> Company:
    return make_company(ada.id)


@pytest.fixture
def draft(company: Company, ada: Persona, cem: Persona) -> int:
    make_mandate(company, ada.id, cem.id)
    return make_draft(company, cem.id, lays=True)


def test_a_released_draft_is_a_post_of_the_company_by_its_writer(
    company: Company, draft: int, ada: Persona, cem: Persona
) -> None:
    post = Post.objects.get(id=published_as(draft, ada.id))
    assert (post.author_id, post.writer_id, post.agency_id) == (company.actor_id, cem.id, cem.id)
    assert post.spoken == Spoken.FOR_COMPANY
    assert Draft.objects.get().state == DraftState.RELEASED
    with pytest.raises(Refused, match="does not wait"):
        publish_draft(draft=draft, by=ada.id, version=newest(draft))
    assert Post.objects.count() == 1


def test_nobody_releases_their_own_words_or_without_the_right(
    company: Company, draft: int, ada: Persona, ben: Persona, cem: Persona
) -> None:
    set_roles(company=company.actor_id, member=ben.id, roles={Role.ANSWERER}, by=ada.id)
    for persona in (ben, cem):
        with pytest.raises(Refused, match="Somebody else"):
            publish_draft(draft=draft, by=persona.id, version=newest(draft))
    set_roles(company=company.actor_id, member=ben.id, roles=(), by=ada.id)
    make_mandate(company, ada.id, ben.id, four_eyes=False)
    with pytest.raises(Refused, match="Somebody else"):
        publish_draft(draft=draft, by=ben.id, version=newest(draft))


def test_a_caretaker_gets_around_it_by_no_other_way(company: Company, draft: int, ada: Persona, cem: Persona) -> None:
    for releaser in (None, cem.id):
        with pytest.raises(Refused):
            publish_post(
                author=company.actor_id, text="Alone.", audience=EVERYBODY, writer=cem.id, released_by=releaser
            )
    answer = cem.client().post(
        "/posts/", {"text": "Alone.", "audience": "everybody", "voice": company.actor_id, "publish": "yes"}
    )
    assert answer.status_code == 422
    assert not Post.objects.exists()


def test_nobody_lends_a_voice_to_who_has_none(company: Company, ada: Persona, ben: Persona) -> None:
    with pytest.raises(Refused):
        publish_post(author=company.actor_id, text="Not mine.", audience=EVERYBODY, writer=ben.id, released_by=ada.id)


def test_it_is_released_as_it_was_read(draft: int, ada: Persona, cem: Persona) -> None:
    read = newest(draft)
    change_draft(draft, cem.id, "Something else.", lays=True)
    with pytest.raises(Refused, match="changed meanwhile"):
        publish_draft(draft=draft, by=ada.id, version=read)
    assert not Post.objects.exists()


def test_a_mandate_that_ended_releases_nothing(draft: int, ada: Persona, cem: Persona) -> None:
    end_mandate(mandate=Draft.objects.get().mandate_id or 0, by=ada.id)
    run_until_idle()
    assert Draft.objects.get().state == DraftState.WITHDRAWN
    with pytest.raises(Refused):
        publish_draft(draft=draft, by=ada.id, version=newest(draft))
    with pytest.raises(Refused):
        change_draft(draft, cem.id, "Again.", lays=True)


def test_it_goes_back_with_words_and_comes_again(draft: int, ada: Persona, cem: Persona) -> None:
    with pytest.raises(Refused, match="write something"):
        return_draft(draft=draft, by=ada.id, words=" ")
    return_draft(draft=draft, by=ada.id, words="Please name the diameter.")
    with pytest.raises(Refused, match="does not wait"):
        publish_draft(draft=draft, by=ada.id, version=newest(draft))
    change_draft(draft, cem.id, "New: *spring wire* of 0.15 mm.", lays=True, audience=MEMBERS)
    (change,) = changes(draft)
    assert change.rows == [("New: *spring wire*.", "New: *spring wire* of 0.15 mm.")]
    post = Post.objects.get(id=published_as(draft, ada.id))
    assert (post.text, post.audience_id) == ("New: *spring wire* of 0.15 mm.", MEMBERS)


def test_it_sets_texts_side_by_side() -> None:
    assert side_by_side("a\nb\nc", "a\nB\nc\nd") == [("a", "a"), ("b", "B"), ("c", "c"), (None, "d")]


def test_its_pages_lead_from_the_draft_to_the_post(company: Company, ada: Persona, ben: Persona, cem: Persona) -> None:
    make_mandate(company, ada.id, cem.id)
    desk = f"/companies/{company.actor.handle}/drafts/"
    caretaker, owner = cem.client(), ada.client()
    assert ben.client().get(desk).status_code == 403
    assert f"{desk}new/" in caretaker.get(f"/companies/{company.actor.handle}/").content.decode()
    assert caretaker.post(f"{desk}new/", {"text": "", "audience": "members", "lay": "yes"}).status_code == 422
    assert (
        caretaker.post(f"{desk}new/", {"text": "*Fine* wire", "audience": "members", "lay": "yes"}).status_code == 303
    )
    draft = Draft.objects.get().id
    page = owner.get(desk).content.decode()
    assert "*Fine* wire" in page
    where = f"/company/drafts/{draft}/"
    assert ben.client().get(where).status_code == 404
    assert "<em>Fine</em> wire" in owner.get(where).content.decode()
    assert owner.get(f"{where}text/").status_code == 403
    assert owner.post(f"{where}return/", {"words": ""}).status_code == 422
    assert owner.post(f"{where}return/", {"words": "Thinner, please."}).status_code == 303
    assert "Thinner, please." in caretaker.get(where).content.decode()
    assert caretaker.post(where, {"words": "Done."}).status_code == 303
    changed = {"text": "Finer wire", "audience": "members", "lay": "yes", "seen": newest(draft)}
    assert caretaker.post(f"{where}text/", changed).status_code == 303
    assert "<del>*Fine* wire</del>" in owner.get(where).content.decode()
    assert caretaker.post(f"{where}publication/", {"version": newest(draft)}).status_code == 422
    assert not Post.objects.exists()
    answer = owner.post(f"{where}publication/", {"version": newest(draft)})
    assert "for the company, by" in ben.client().get(answer.headers["Location"]).content.decode()


def test_the_handover_file_holds_what_was_written(company: Company, draft: int, ada: Persona, cem: Persona) -> None:
    publish_draft(draft=draft, by=ada.id, version=newest(draft))
    mandate = Draft.objects.get().mandate_id
    answer = cem.client().get(f"/company/mandates/{mandate}/handover.json")
    facts = json.loads(answer.content)
    assert [post["text"] for post in facts["posts"]] == ["New: *spring wire*."]
    assert (facts["open_enquiries"], facts["drafts"][0]["state"]) == (0, "released")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "spring wire" in ada.client().get(f"/company/mandates/{mandate}/handover.txt").content.decode()


def test_strangers_say_nothing_about_a_draft(draft: int, ben: Persona) -> None:
    assert ben.client().post(f"/company/drafts/{draft}/", {"words": "Hm."}).status_code == 404


def test_too_much_talk_is_refused(draft: int, cem: Persona, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("draht.newsroom.actions.talking.MOST_WORDS", 1)
    comment_on_draft(draft=draft, by=cem.id, words="One.")
    with pytest.raises(Refused, match="talk to each other"):
        comment_on_draft(draft=draft, by=cem.id, words="Two.")
