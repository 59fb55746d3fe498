"""The demo trade as it happens, in small parts. Whole, it happens in tests/walk."""

from dataclasses import replace
from datetime import datetime

import pytest
from allauth.account.models import EmailAddress
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from draht.actors.models import EVERYBODY, MEMBERS, Actor, Kind
from draht.common.ids import time_of
from draht.companies.models import Company
from draht.companies.queries import team
from draht.contacts.models import ContactNote, ContactRequest, ContactTag, Release, State
from draht.demo.build import build
from draht.demo.tests.small import small_trade
from draht.demo.trade import LANGUAGES, PERSONAS, Flaw, Language, Trade
from draht.media.models import Picture, Purpose
from draht.members.models import CardField, Member, Station
from draht.newsroom.models import Draft, DraftState
from draht.notifications.models import Notice
from draht.posts.models import Case, Comment, Like, Mention, Post, PostPicture, Recommendation, Spoken
from draht.ties.models import Tie
from draht.ties.queries import contact_ids

# On PostgreSQL the walk builds it.
pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
_TIE = ("source__handle", "target__handle", "kind", "since")


@pytest.fixture(autouse=True)
def media_root(settings: pytest.FixtureRequest, tmp_path: object) -> None:
    """Portraits of one test are not in the way of another."""
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
def test_puts_a_trade_together(language: Language) -> None:
    trade, now = small_trade(), timezone.now()
    members = build(trade=trade, language=language, now=now, is_quiet=True)
    assert members.keys() == trade.people.keys() == {*PERSONAS, *members.keys()}
    assert Post.objects.filter(title="").count() == len(trade.threads)
    answers = Case.objects.exclude(answer_id=None).values("answer_id")
    talk = Comment.objects.filter(is_case=False, is_hidden=False).exclude(id__in=answers)
    assert talk.count() == sum(len(thread.talk) for thread in trade.threads)
    assert {time_of(id) < now for id in Post.objects.values_list("id", flat=True)} == {True}
    assert Mention.objects.exists()
    for_company = {"spoken": Spoken.FOR_COMPANY, "author__kind": Kind.COMPANY}
    assert Post.objects.filter(**for_company, writer=members["dora"].actor_id, audience=EVERYBODY).exists()
    assert Comment.objects.filter(**for_company, writer=members["tarek"].actor_id).exists()
    assert Recommendation.objects.exists()
    assert Like.objects.exists()
    assert not Post.objects.filter(text__contains="{@").exists()
    said = {text.split("@")[0] for text in Post.objects.filter(title="").values_list("text", flat=True)}
    assert said == {thread.text[language].split("{@")[0] for thread in trade.threads}
    assert set(Post.objects.values_list("audience", flat=True)) >= {EVERYBODY, MEMBERS}
    assert Picture.objects.filter(purpose=Purpose.PORTRAIT).count() == len(members)
    page = Company.objects.get(actor__name=trade.firms["brennecke"].name)
    assert page.published
    assert PostPicture.objects.filter(post__author=page.actor_id, post__title__gt="").exclude(caption="").count() == 1
    assert Draft.objects.filter(company=page, state=DraftState.PLANNED, planned__gt=now).count() == 1
    assert [line.who.name for line in team(page.actor_id)][:2] == ["Dora Brennecke", "Emil Kowalski"]
    dora = members["dora"].actor_id
    assert (
        Station.objects.filter(member=dora, employer_actor=page.actor_id, to_year=None).exclude(confirmed=None).exists()
    )
    ada = members["ada"].actor_id
    assert ContactRequest.objects.filter(asked=ada, state=State.OPEN).count() == 2
    assert not set(contact_ids(ada)) & set(contact_ids(members["cem"].actor_id))
    assert ContactNote.objects.filter(owner=ada).exists()
    assert ContactTag.objects.filter(owner=ada).exists()
    assert Release.objects.filter(contact=ada).exists()
    assert Notice.objects.filter(recipient=ada, read=False).exists()
    assert CardField.objects.filter(member=ada, group="private").exists()
    assert members["mo"].user.is_host
    assert members["ada"].user.rules_version == 1
    assert EmailAddress.objects.filter(verified=True, primary=True).count() == len(members)


def _silent(trade: Trade) -> Trade:
    """The same people, who only join and become contacts."""
    return replace(trade, threads=(), requests=(), notes=(), sorting=())


def _what_happened(trade: Trade, now: datetime) -> list[object]:
    """Everything anybody would see of it, undone afterwards."""
    with transaction.atomic():
        build(trade=trade, language="de", now=now, is_quiet=True)
        posts = [(text, time_of(id)) for id, text in Post.objects.order_by("id").values_list("id", "text")]
        comments = [(text, time_of(id)) for id, text in Comment.objects.order_by("id").values_list("id", "text")]
        members = list(Member.objects.order_by("actor__handle").values_list("actor__handle", "actor__headline"))
        ties = list(Tie.objects.order_by("source__handle", "target__handle", "kind").values_list(*_TIE))
        likes = list(Like.objects.order_by("post__text", "actor__handle").values_list("post__text", "actor__handle"))
        transaction.set_rollback(True)
    return [posts, comments, members, ties, likes]


@pytest.mark.sqlite  # what chance decides is decided before a database is asked
def test_happens_in_the_same_way_every_time() -> None:
    trade, now = small_trade(), timezone.now()
    trade = replace(trade, threads=trade.threads[-15:], notes=(), sorting=())
    first = _what_happened(trade, now)
    assert all(first)
    assert _what_happened(trade, now) == first


def test_lets_somebody_change_employer() -> None:
    trade = _silent(small_trade("lena joachim"))
    lena = build(trade=trade, language="en", now=timezone.now(), is_quiet=True)["lena"].actor_id
    present = Station.objects.get(member=lena, to_year=None)
    assert present.employer == "Saarwalz GmbH"
    assert Station.objects.filter(member=lena, employer="Rohrwerk Hellweg GmbH", to_year__isnull=False).exists()


def test_leaves_nothing_when_it_fails() -> None:
    trade = replace(small_trade(), notes=(), sorting=())
    last = trade.threads[-1]
    broken = replace(trade, threads=(*trade.threads, replace(last, where="broken", author="nobody")))
    with pytest.raises(KeyError):
        build(trade=broken, language="de", now=timezone.now(), is_quiet=True)
    assert not Member.objects.exists()
    assert not Post.objects.exists()
    assert not Actor.objects.filter(kind=Kind.MEMBER).exists()


def test_the_command_tells_who_is_there_and_refuses_to_do_it_twice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("draht.demo.management.commands.demo.load", lambda: _silent(small_trade()))
    call_command("demo", language="de", verbosity=0)
    told = capsys.readouterr().out
    assert "Ada Lindner" in told
    assert "/dev/sign-in/" in told
    with pytest.raises(CommandError, match="There are members already"):
        call_command("demo", language="de")


def test_a_flaw_stops_it_before_anything_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def flawed() -> None:
        raise Flaw("nobody is called nobody.")

    monkeypatch.setattr("draht.demo.management.commands.demo.load", flawed)
    with pytest.raises(Flaw):
        call_command("demo", language="de")
    assert not Member.objects.exists()
