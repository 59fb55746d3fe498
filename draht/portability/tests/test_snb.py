"""What `draht import snb` promises, shown with a tiny network in that format, broken rows and all."""

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from draht.accounts.actions import make_sign_in_link
from draht.accounts.models import User
from draht.actors.models import MEMBERS, Activity, Actor, Kind, Verb
from draht.common.ids import time_of
from draht.conftest import Persona
from draht.feed.queries import home_feed
from draht.members.models import CardField, Education, Interest, Language, Member, NameWord, Profile, Station
from draht.outbox.models import Job, RecordedEvent
from draht.portability.models import Imported
from draht.posts.actions import delete_post, like_post
from draht.posts.models import POST_ITSELF, Comment, Like, Post
from draht.ties.actions import untie_contacts
from draht.ties.models import Tie, TieKind

SMALL = Path(__file__).parent / "data" / "small"
pytestmark = pytest.mark.django_db


def bring_in(folder: Path = SMALL) -> None:
    call_command("import", "snb", str(folder))


def own(kind: str, foreign: int) -> int:
    found = Imported.objects.get(network="snb", kind=kind, foreign=str(foreign)).own_id
    assert found is not None
    return found


def counts() -> dict[str, int]:
    tables = (User, Actor, Member, Profile, Station, CardField, Tie, Post, Comment, Like, Activity, Imported)
    return {table.__name__: table.objects.count() for table in tables}


def test_it_makes_persons_members_with_their_lives() -> None:
    bring_in()
    anneke = Member.objects.select_related("actor", "user", "profile").get(actor=own("person", 100))
    assert (anneke.first_name, anneke.last_name, anneke.actor.handle) == ("Anneke", "Brandt", "anneke-brandt")
    assert anneke.user.email == "anneke.brandt@example.org"
    assert not anneke.user.has_usable_password()
    assert time_of(anneke.actor_id) == datetime(2011, 1, 3, 8, 0, 0, 250_000, tzinfo=UTC)
    assert anneke.profile.place == "Siegen, Germany"
    assert anneke.actor.headline == "Drahtwerk Altena"
    stations = (
        Station.objects.filter(member=anneke).order_by("from_year").values_list("employer", "from_year", "to_year")
    )
    assert list(stations) == [("Seilerei Höver & Söhne", 1999, None), ("Drahtwerk Altena", 2008, None)]
    assert Education.objects.get(member=anneke).school == "University of Siegen"
    assert Education.objects.get(member=anneke).to_year == 2007
    assert set(Language.objects.filter(member=anneke).values_list("code", flat=True)) == {"de", "en"}
    interests = Interest.objects.filter(member=anneke).order_by("position").values_list("name", flat=True)
    assert list(interests) == ["Wire drawing", "Rock & Roll"]
    assert NameWord.objects.filter(member=anneke, word="hoever").exists()


def test_it_puts_addresses_and_the_birthday_on_the_business_card_which_nobody_sees() -> None:
    bring_in()
    card = (
        CardField.objects.filter(member=own("person", 100)).order_by("position").values_list("group", "kind", "value")
    )
    assert list(card) == [
        ("private", "mail", "anneke.brandt@example.org"),
        ("private", "mail", "a.brandt@example.net"),
        ("private", "birthday", "1984-05-19"),
    ]


def test_two_of_one_name_have_two_handles_and_one_address_is_one_account(capsys: pytest.CaptureFixture[str]) -> None:
    bring_in()
    second = Member.objects.select_related("actor", "user").get(actor=own("person", 102))
    assert second.actor.handle == "anneke-brandt-2"
    assert second.user.email == "person-102@snb.invalid"
    assert "person_0_0.csv:4: anneke.brandt@example.org belongs to another account" in capsys.readouterr().err


def test_an_address_of_somebody_who_is_here_already_stays_theirs(ada: Persona) -> None:
    User.objects.filter(id=ada.user.id).update(email="jose@example.org")
    bring_in()
    assert User.objects.get(email="jose@example.org") == ada.user


def test_it_makes_contacts_of_those_who_know_each_other() -> None:
    bring_in()
    ties = Tie.objects.filter(kind=TieKind.CONTACT)
    anneke, jose, wei = own("person", 100), own("person", 101), own("person", 103)
    assert set(ties.values_list("source_id", "target_id")) == {
        (anneke, jose), (jose, anneke), (anneke, wei), (wei, anneke)
    }  # fmt: skip
    assert ties.get(source=jose).since == datetime(2011, 2, 1, 12, tzinfo=UTC)


def test_it_publishes_posts_for_members_with_their_time_and_tags() -> None:
    bring_in()
    post = Post.objects.get(id=own("post", 500))
    assert (post.author_id, post.audience_id) == (own("person", 100), MEMBERS)
    assert time_of(post.id) == datetime(2011, 3, 1, 8, tzinfo=UTC)
    assert post.text == "About dies: <b>round</b> & dry, @joe\n\n#Wire_drawing #Rock_Roll"
    assert "&lt;b&gt;round" in post.html
    assert 'href="/tags/wire_drawing/"' in post.html
    tagged = Activity.objects.filter(object_id=post.id, verb=Verb.PUBLISHED, actor__kind=Kind.HASHTAG)
    assert set(tagged.values_list("actor__handle", "id")) == {("wire_drawing", post.id), ("rock_roll", post.id)}


def test_a_picture_of_theirs_is_the_name_that_was_published() -> None:
    bring_in()
    assert Post.objects.get(id=own("post", 501)).text == "photo501.jpg"


def test_nothing_is_older_than_what_it_belongs_to() -> None:
    bring_in()
    assert own("post", 505) > own("person", 104)
    assert own("comment", 603) > own("post", 501)


def test_answers_stand_below_one_comment_in_their_order() -> None:
    bring_in()
    post, first = own("post", 500), own("comment", 600)
    thread = Comment.objects.filter(post=post).order_by("id").values_list("id", "answers_id", "text")
    assert list(thread) == [
        (first, POST_ITSELF, "First\n\n#Copper"),
        (own("comment", 601), first, "Second"),
        (own("comment", 602), first, "Third, before its elder"),
    ]
    assert Post.objects.get(id=post).comments == 3


def test_likes_count_and_reach_the_feeds() -> None:
    bring_in()
    post, first = own("post", 500), own("comment", 600)
    assert Post.objects.get(id=post).likes == 2
    assert Comment.objects.get(post=post, id=first).likes == 1
    assert set(Activity.objects.filter(object_id=post, verb=Verb.LIKED).values_list("actor_id", flat=True)) == {
        own("person", 101),
        own("person", 103),
    }
    feed = home_feed(own("person", 103), before=(1 << 63) - 1)
    assert [(entry.card.id, entry.cause.kind) for entry in feed.entries] == [(post, "contact")]


def test_an_imported_person_signs_in_with_a_link_and_is_at_home() -> None:
    bring_in()
    wei = Member.objects.select_related("user").get(actor=own("person", 103))
    browser = Client()
    browser.post(f"/account/link/{make_sign_in_link(user=wei.user)}/")
    home = browser.get("/").content.decode()
    assert "About dies: &lt;b&gt;round&lt;/b&gt; &amp; dry" in home
    profile = browser.get("/members/anneke-brandt/").content.decode()
    for fact in ("Siegen, Germany", "Drahtwerk Altena", "University of Siegen", "Wire drawing", "German"):
        assert fact in profile
    assert "a.brandt@example.net" not in profile


def test_old_news_is_no_news() -> None:
    before = RecordedEvent.objects.count(), Job.objects.count()
    bring_in()
    assert (RecordedEvent.objects.count(), Job.objects.count()) == before


def test_it_names_every_bad_row_and_loads_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    bring_in()
    said = capsys.readouterr()
    for line in (
        "person_1_0.csv:3: '2099-01-01T00:00:00.000+0000' lies before 1970 or in the future",
        "person_1_0.csv:4: 4 fields instead of 9",
        "person_1_0.csv:5: A name needs at least one letter.",
        "person_1_0.csv:6: 'x8' is no id of a person",
        "person_1_0.csv:7: the same person as in person_0_0.csv:2",
        "person_email_emailaddress_0_0.csv:6: 'not an address' is no mail address",
        "person_email_emailaddress_0_0.csv:7: there is no person 999",
        "person_speaks_language_0_0.csv:6: 'qqq' is no code of a language",
        "person_hasInterest_tag_0_0.csv:5: there is no tag 77",
        "person_workAt_organisation_0_0.csv:5: 'then' is no year",
        "person_knows_person_0_0.csv:5: person 101 knows only themself",
        "person_knows_person_0_0.csv:6: person 105 is not here",
        "post_hasTag_tag_0_0.csv:4: '1962–1966' cannot be a hashtag",
        "post_hasTag_tag_0_0.csv:5: there is no post 999",
        "post_0_0.csv:4: neither text nor picture",
        "post_0_0.csv:5: At most 5000 characters, please.",
        "post_0_0.csv:8: not UTF-8 at byte 65",
        "comment_0_0.csv:6: must answer either a post or a comment",
        "comment_0_0.csv:7: comment 999 is not here",
        "person_likes_post_0_0.csv:5: post 999 is not here",
    ):
        assert line in said.err
    assert "Left out: 26, each named above." in said.out
    assert (Member.objects.count(), Post.objects.count(), Comment.objects.count()) == (5, 3, 4)


def test_a_second_run_changes_nothing() -> None:
    bring_in()
    first = counts()
    bring_in()
    assert counts() == first
    assert Post.objects.get(id=own("post", 500)).likes == 2


def test_a_second_run_brings_nothing_back_that_has_gone_here_since() -> None:
    bring_in()
    anneke, jose = own("person", 100), own("person", 101)
    untie_contacts(one=anneke, other=jose)
    delete_post(post=own("post", 500))
    Actor.objects.filter(id=own("person", 103)).delete()
    now = counts()
    bring_in()
    assert counts() == now


def test_a_row_that_was_mended_comes_in_with_the_next_run(tmp_path: Path) -> None:
    folder = tmp_path / "network"
    shutil.copytree(SMALL, folder)
    bring_in(folder)
    like_post(actor=own("person", 103), post=own("post", 505))
    posts = folder / "dynamic" / "post_0_0.csv"
    posts.write_bytes(posts.read_bytes().replace(b"|105|51|4", b"|104|51|4"))
    likes = folder / "dynamic" / "person_likes_post_0_0.csv"
    likes.write_text(likes.read_text() + "103|505|2011-03-05T12:00:00.000+0000\n")
    bring_in(folder)
    assert Post.objects.get(id=own("post", 504)).author_id == own("person", 104)
    assert Post.objects.get(id=own("post", 505)).likes == 1


def test_two_networks_do_not_get_in_each_others_way() -> None:
    bring_in()
    call_command("import", "snb", str(SMALL), "--network", "other")
    assert Member.objects.count() == 10
    assert User.objects.filter(email="person-101@other.invalid").exists()


def test_it_reads_packed_parts_and_files_in_one_folder(tmp_path: Path) -> None:
    for part in ("static", "dynamic"):
        for file in (SMALL / part).iterdir():
            with gzip.open(tmp_path / f"{file.name}.gz", "wb") as packed:
                packed.write(file.read_bytes())
    bring_in(tmp_path)
    assert (Member.objects.count(), Post.objects.count()) == (5, 3)


def test_a_broken_archive_ends_with_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(SMALL, tmp_path / "network")
    likes = tmp_path / "network" / "dynamic" / "person_likes_post_0_0.csv"
    packed = gzip.compress(likes.read_bytes() * 50)
    likes.unlink()
    likes.with_name(likes.name + ".gz").write_bytes(packed[:60])
    bring_in(tmp_path / "network")
    assert "person_likes_post_0_0.csv.gz: cannot be read further" in capsys.readouterr().err


def test_it_follows_no_link_out_of_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "secret").write_text("header\nhidden|words\n")
    folder = tmp_path / "network"
    shutil.copytree(SMALL, folder)
    (folder / "dynamic" / "post_1_0.csv").symlink_to(tmp_path / "secret")
    bring_in(folder)
    said = capsys.readouterr().err
    assert "post_1_0.csv: a link that leads out of the folder is not followed" in said
    assert "hidden" not in said


def test_a_line_without_end_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "network"
    shutil.copytree(SMALL, folder)
    tags = folder / "static" / "tag_0_0.csv"
    tags.write_text("id|name|url|hasType\n" + "a" * 300_000 + "\n20|Wire_drawing|u|0\n")
    bring_in(folder)
    assert "tag_0_0.csv:2: longer than 65,536 bytes" in capsys.readouterr().err
    assert Interest.objects.filter(name="Wire drawing").exists()


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Nothing was found"):
        bring_in(tmp_path)
