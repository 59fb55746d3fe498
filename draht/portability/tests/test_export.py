"""Everything that a member wrote goes out with them, and nothing of others."""

import io
import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.management import CommandError, call_command
from PIL import Image

from draht.accounts.actions import invite_by_mail
from draht.accounts.models import Acknowledgement
from draht.actors.actions import create_actor, grant_voice
from draht.actors.models import EVERYBODY, Kind
from draht.common.ids import time_of
from draht.companies.actions import claim_page, end_mandate, invite, set_roles, write_handover
from draht.companies.models import ClaimKind, Role
from draht.companies.tests.factories import RECORD, make_company, make_mandate
from draht.conduct.actions import acknowledge_rules, write_rules
from draht.conftest import Persona
from draht.contacts.models import ContactNote, ContactTag, Release
from draht.enquiries.actions import answer_enquiry, arrange_desk, assign_enquiry, write_note
from draht.enquiries.tests.factories import ask, make_page
from draht.giveaways.recompute import mark_of
from draht.giveaways.tests.factories import closed, drawn, entered, started
from draht.media.actions import take_in
from draht.members.actions import add_station
from draht.members.models import CardField, Section
from draht.moderation.actions import decide_appeal, make_appeal
from draht.newsroom.actions import comment_on_draft, return_draft
from draht.newsroom.tests.factories import make_draft, published_as
from draht.portability.export import write_archive
from draht.posts.actions import edit_post, hide_comment, like_post, publish_post, recommend_post, write_comment
from draht.posts.models import HouseRule
from draht.ties.actions import block, follow

NOT_JSON = {"README.md"}


def exported(member: int) -> dict[str, Any]:
    file = io.BytesIO()
    write_archive(member, file)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return {
            name: json.loads(archive.read(name)) if name.endswith(".json") else archive.read(name)
            for name in archive.namelist()
        }


def test_a_new_member_has_a_whole_archive(ada: Persona) -> None:
    found = exported(ada.id)
    names = "member contacts requests posts comments likes recommendations enquiries giveaways mandates drafts inbox"
    names += " page_log"
    assert set(found) == NOT_JSON | {f"{name}.json" for name in names.split()}
    assert found["posts.json"] == []
    assert found["member.json"]["format"] == "draht-member"


def test_profile_and_card_go_out(ada: Persona) -> None:
    add_station(member=ada.id, employer="Drahtwerk Altena", title="Head of drawing", from_year=2019)
    field = CardField.objects.create(member=ada.member, group="business", kind="mail", value="ada@example.org")
    found = exported(ada.id)["member.json"]
    assert isinstance(found, dict)
    assert (found["first_name"], found["account"]["email"]) == ("Ada", ada.user.email)
    assert found["profile"]["headline"] == "Head of drawing, Drahtwerk Altena"
    assert found["profile"]["stations"][0]["employer"] == "Drahtwerk Altena"
    assert found["profile"]["shown_to"]["stations"] == "members"
    assert [(card["id"], card["value"]) for card in found["card"]] == [(str(field.id), "ada@example.org")]


def test_pages_that_one_works_for_go_out(ada: Persona, cem: Persona) -> None:
    company = make_company(cem.id)
    claim_page(company=company.actor_id, member=ada.id, kind=ClaimKind.RUN, words="I lead it.")
    assert exported(ada.id)["member.json"]["page_claims"][0]["words"] == "I lead it."
    assert exported(cem.id)["member.json"]["companies"][0]["roles"] == ["owner"]


def test_appeals_go_out_with_what_the_host_said(ada: Persona, cem: Persona, mo: Persona) -> None:
    company = make_company(cem.id).actor_id
    post = publish_post(author=company, writer=cem.id, text="New coils.", audience=EVERYBODY)
    comment = write_comment(author=ada.id, post=post, text="Late again.")
    hide_comment(post=post, comment=comment, by=cem.id, rule=HouseRule.INSULT, words="It hurts.")
    appeal = make_appeal(post=post, comment=comment, author=ada.id, words="It is true.")
    decide_appeal(appeal=appeal, host=mo.id, is_restored=False, reason="It names somebody.")
    found = exported(ada.id)
    told = found["member.json"]["appeals"][0]
    assert (told["words"], told["reason"], told["shown_again"]) == ("It is true.", "It names somebody.", False)
    assert [(line["text"], line["hidden"]) for line in found["comments.json"]] == [("Late again.", True)]


def test_contacts_go_out_with_own_words_about_them(ada: Persona, ben: Persona, cem: Persona) -> None:
    field = CardField.objects.create(member=ada.member, group="business", kind="mail", value="ada@example.org")
    Release.objects.create(owner_id=ada.id, contact_id=ben.id, field=field)
    ContactTag.objects.create(owner_id=ada.id, contact_id=ben.id, tag="wire 2026")
    ContactNote.objects.create(owner_id=ada.id, contact_id=ben.id, text="Met at the fair.")
    ContactNote.objects.create(owner_id=ben.id, contact_id=ada.id, text="Talks a lot.")
    block(source=ada.id, target=cem.id)
    found = exported(ada.id)["contacts.json"]
    assert isinstance(found, dict)
    (entry,) = found["contacts"]
    assert (entry["name"], entry["tags"], entry["released_fields"]) == (str(ben.member), ["wire 2026"], [str(field.id)])
    assert [note["text"] for note in entry["notes"]] == ["Met at the fair."]
    assert [blocked["name"] for blocked in found["blocks"]] == [str(cem.member)]


def test_what_was_written_goes_out_and_what_others_wrote_does_not(ada: Persona, ben: Persona) -> None:
    own = publish_post(author=ada.id, text="First *version*", audience=EVERYBODY)
    edit_post(post=own, text="Second version")
    bens = publish_post(author=ben.id, text="Ben's own secret words", audience=EVERYBODY)
    comment = write_comment(author=ada.id, post=bens, text="My answer")
    write_comment(author=ben.id, post=own, text="Ben's other words")
    like_post(actor=ada.id, post=bens)
    recommend_post(actor=ada.id, post=bens, words="Read this")
    found = exported(ada.id)
    (post,) = found["posts.json"]
    assert (post["id"], post["text"], post["comments"]) == (str(own), "Second version", 1)
    assert post["published"].startswith(f"{time_of(own):%Y-%m-%dT%H:%M:%S}")
    assert [earlier["text"] for earlier in post["earlier_texts"]] == ["First *version*"]
    (answer,) = found["comments.json"]
    assert (answer["id"], answer["post"], answer["text"]) == (str(comment), str(bens), "My answer")
    assert answer["address"].endswith(f"#comment-{comment}")
    assert [like["post"] for like in found["likes.json"]] == [str(bens)]
    assert [one["words"] for one in found["recommendations.json"]] == ["Read this"]
    assert "Ben's" not in json.dumps({name: value for name, value in found.items() if name not in NOT_JSON})


def test_what_was_written_for_a_company_goes_out_marked(ada: Persona, ben: Persona) -> None:
    company = create_actor(kind=Kind.COMPANY, name="Rheinseil AG").id
    agency = create_actor(kind=Kind.COMPANY, name="Hafenkontor").id
    for writer in (ada, ben):
        grant_voice(speaker=writer.id, actor=company, agency=agency)
        publish_post(author=company, writer=writer.id, text=f"News by {writer.handle}", audience=EVERYBODY)
    own = publish_post(author=ada.id, text="In my own name", audience=EVERYBODY)
    write_comment(author=company, writer=ada.id, post=own, text="And the company adds")
    found = exported(ada.id)
    assert [(post["text"], post["for"], post["agency"], post["private"]) for post in found["posts.json"]] == [
        ("News by ada-lindner", "Rheinseil AG", "Hafenkontor", False),
        ("In my own name", None, None, True),
    ]
    assert [(one["text"], one["for"]) for one in found["comments.json"]] == [("And the company adds", "Rheinseil AG")]


def test_entries_in_giveaways_go_out_with_the_salt(ada: Persona, ben: Persona) -> None:
    giveaway = started(make_company(ben.id).actor_id, ben.id)
    entered(giveaway, [ada])
    closed(giveaway)
    drawn(giveaway, ben.id)
    (found,) = exported(ada.id)["giveaways.json"]
    assert (found["giveaway"], found["title"]) == (str(giveaway), "Cable cutters")
    assert found["mark"] == mark_of(found["salt"], found["id"])
    assert found["won"]["place"] == 1
    assert exported(ben.id)["giveaways.json"] == []


def test_addresses_in_the_archive_lead_there(ada: Persona) -> None:
    own = publish_post(author=ada.id, text="A post", audience=EVERYBODY)
    write_comment(author=ada.id, post=own, text="A comment")
    found = exported(ada.id)
    for name in ("posts.json", "comments.json"):
        (entry,) = found[name]
        path = entry["address"].removeprefix("http://localhost:8000").partition("#")[0]
        assert ada.client().get(path).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_pictures_go_out_in_their_largest_size(ada: Persona) -> None:
    upload = io.BytesIO()
    Image.new("RGB", (1200, 800), "tan").save(upload, "PNG")
    upload.seek(0)
    picture = take_in(owner=ada.id, purpose="post", upload=upload)
    content = exported(ada.id)[f"pictures/{picture.key}.webp"]
    assert isinstance(content, bytes)
    assert Image.open(io.BytesIO(content)).size == (1200, 800)


def test_the_command_writes_a_file_for_its_owner_only_and_overwrites_nothing(ada: Persona, tmp_path: Path) -> None:
    file = tmp_path / "ada.zip"
    call_command("export", ada.handle, str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert zipfile.is_zipfile(file)
    with pytest.raises(CommandError, match="could not be written"):
        call_command("export", ada.handle, str(file))
    with pytest.raises(CommandError, match="Nobody here is called nobody"):
        call_command("export", "nobody", str(tmp_path / "nobody.zip"))


def test_the_page_about_the_format_names_every_field(ada: Persona, ben: Persona) -> None:
    own = publish_post(author=ada.id, text="A post", audience=EVERYBODY)
    write_comment(author=ada.id, post=own, text="A comment")
    like_post(actor=ada.id, post=publish_post(author=ben.id, text="A post", audience=EVERYBODY))
    recommend_post(actor=ada.id, post=publish_post(author=ben.id, text="Another", audience=EVERYBODY))
    follow(source=ada.id, target=ben.id)
    page = (Path(__file__).parents[3] / "docs" / "api" / "member-export.md").read_text()
    names = {name for value in exported(ada.id).values() for name in _names(value)}
    unnamed = {name for name in names if f"`{name}`" not in page and f".{name}`" not in page}
    assert unnamed - set(Section) == set()


def _names(value: object) -> set[str]:
    if isinstance(value, dict):
        return {str(name) for name in value} | {name for inner in value.values() for name in _names(inner)}
    if isinstance(value, list):
        return {name for inner in value for name in _names(inner)}
    return set()


def test_what_was_asked_of_companies_goes_out_and_their_answers_do_not(ada: Persona, ben: Persona) -> None:
    enquiry = ask(make_page(ben), ada, "Do you draw 0.15 mm?")
    answer_enquiry(enquiry=enquiry.id, by=ben.id, text="Ben's own secret words")
    found = exported(ada.id)
    assert [row["text"] for row in found["enquiries.json"]] == ["Do you draw 0.15 mm?"]
    assert "secret words" not in json.dumps(found["enquiries.json"])
    assert exported(ben.id)["enquiries.json"] == []


def test_what_they_do_for_companies_goes_out_in_their_own_words_alone(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_company(ben.id, name="Haug")
    mandate = make_mandate(company, ben.id, ada.id)
    draft = make_draft(company, ada.id, "By Ada.", lays=True)
    make_draft(company, ben.id, "By Ben.")
    rules = write_rules(company=company.actor_id, by=ben.id, text="1. Be kind.")
    acknowledge_rules(version=rules, by=ada.id)
    found = exported(ada.id)
    assert [(row["id"], row["company"], row["scope"]) for row in found["mandates.json"]] == [
        (str(mandate.id), "Haug", ["write"])
    ]
    assert [(row["id"], [one["text"] for one in row["versions"]]) for row in found["drafts.json"]] == [
        (str(draft), ["By Ada."])
    ]
    assert [row["company"] for row in found["member.json"]["house_rules_of_companies"]] == ["Haug"]
    assert {"of": "like", "bell": True, "mail": False} in found["member.json"]["notices"]
    nothing = exported(cem.id)
    assert nothing["mandates.json"] == nothing["drafts.json"] == []


def test_who_gave_a_mandate_takes_it_along_without_the_caretaker(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_company(ben.id, name="Haug")
    mandate = make_mandate(company, ben.id, ada.id)
    write_handover(mandate=mandate.id, words="Ada's keys lie at the gate.")
    (given,), (held,) = exported(ben.id)["mandates.json"], exported(ada.id)["mandates.json"]
    assert (given["part"], given["record"], given["handover"]) == (["gave"], RECORD, None)
    assert (held["part"], held["record"], held["handover"]) == (["caretaker"], RECORD, "Ada's keys lie at the gate.")
    assert given["accepted"]
    assert str(ada.member) not in json.dumps(given)
    set_roles(company=company.actor_id, member=cem.id, roles={Role.OWNER}, by=ben.id)
    set_roles(company=company.actor_id, member=ben.id, roles=set(), by=cem.id)
    end_mandate(mandate=mandate.id, by=cem.id)
    (given,) = exported(ben.id)["mandates.json"]
    assert (given["id"], given["ended"], given["ending"]) == (str(mandate.id), None, None)
    (ended,) = exported(cem.id)["mandates.json"]
    assert (ended["part"], ended["ending"], ended["record"]) == (["ended"], "revoked", None)


def test_drafts_go_out_with_own_words_about_them_and_plans_only_to_who_sees_them(ada: Persona, ben: Persona) -> None:
    company = make_company(ben.id, name="Haug")
    mandate = make_mandate(company, ben.id, ada.id)
    draft = make_draft(company, ada.id, "By Ada.", lays=True)
    return_draft(draft=draft, by=ben.id, words="Shorter, please.")
    comment_on_draft(draft=draft, by=ada.id, words="Gladly.")
    (own,), (other,) = exported(ada.id)["drafts.json"], exported(ben.id)["drafts.json"]
    assert (own["began"], own["state"], [one["words"] for one in own["comments"]]) == (True, "returned", ["Gladly."])
    assert (other["began"], other["versions"]) == (False, [])
    assert [(one["words"], one["returned"]) for one in other["comments"]] == [("Shorter, please.", True)]
    end_mandate(mandate=mandate.id, by=ben.id)
    (own,) = exported(ada.id)["drafts.json"]
    assert (own["state"], own["planned"], [one["text"] for one in own["versions"]]) == (None, None, ["By Ada."])


def test_work_in_a_team_goes_out_without_those_whom_it_was_about(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_page(ben, ada)
    enquiry = ask(company, cem, "Cem's own question?")
    answer_enquiry(enquiry=enquiry.id, by=ada.id, text="Dear Cem, yes.")
    write_note(enquiry=enquiry.id, by=ada.id, text="Cem pays late.")
    assign_enquiry(enquiry=enquiry.id, by=ben.id, member=ada.id)
    arrange_desk(company=company.actor_id, by=ben.id, promise_hours=None, deputy=ada.id, guests_may_ask=True)
    write_rules(company=company.actor_id, by=ben.id, text="1. Be kind.")
    found = exported(ada.id)
    assert [(row["what"], row["enquiry"]) for row in found["inbox.json"]] == [
        (what, str(enquiry.id)) for what in ("answer", "note", "assignment")
    ]
    assert found["member.json"]["deputy_of"] == ["Rheinseil AG"]
    assert "Cem" not in json.dumps({name: value for name, value in found.items() if name not in NOT_JSON})
    bens = exported(ben.id)
    assert "roles" in {row["what"] for row in bens["page_log.json"]}
    assert [row["text"] for row in bens["member.json"]["house_rules_written"]] == ["1. Be kind."]
    assert str(ada.id) not in json.dumps([bens["page_log.json"], bens["inbox.json"]])


def test_invitations_into_a_team_go_out_on_both_sides_and_not_across_a_block(ada: Persona, ben: Persona) -> None:
    company = make_company(ben.id, name="Haug")
    invite(company=company.actor_id, member=ada.id, roles={Role.EDITOR}, by=ben.id)
    (asked,) = exported(ada.id)["member.json"]["asked_into_teams"]
    (wrote,) = exported(ben.id)["member.json"]["asked_others_into_teams"]
    assert (asked["company"], asked["roles"]) == (wrote["company"], wrote["roles"]) == ("Haug", ["editor"])
    assert str(ada.member) not in json.dumps(wrote)
    block(source=ada.id, target=company.actor_id)
    assert exported(ada.id)["member.json"]["asked_into_teams"] == []


def test_the_account_goes_out_without_what_would_let_somebody_in(ada: Persona) -> None:
    invite_by_mail(by=ada.user, by_name="Ada", email="guest@example.org", words="Come in.", language="en")
    Acknowledgement.objects.create(user=ada.user, version=1)
    Authenticator.objects.create(user=ada.user, type="totp", data={"secret": "JBSWY3DP"})
    UserSession.objects.create(user=ada.user, ip="192.0.2.7", user_agent="Firefox", session_key="the-key")
    told = exported(ada.id)["member.json"]["account"]
    assert [row["email"] for row in told["addresses"]] == [ada.user.email]
    assert [row["kind"] for row in told["ways_in"]] == ["totp"]
    assert [(row["browser"], row["ip"]) for row in told["sign_ins"]] == [("Firefox", "192.0.2.7")]
    assert 1 in [row["version"] for row in told["house_rules"]]
    assert [row["words"] for row in told["invitations"]] == ["Come in."]
    assert not {word for word in ("guest@", "JBSWY3DP", "the-key", "argon2") if word in json.dumps(told)}


def test_an_article_goes_out_whole(ada: Persona) -> None:
    company = make_company(ada.id, name="Haug")
    published_as(make_draft(company, ada.id, "Before it.", title="How wire is drawn", body="# First\n\nLong."), ada.id)
    (post,) = exported(ada.id)["posts.json"]
    assert (post["title"], post["text"]) == ("How wire is drawn", "Before it.")
    assert post["article"]["text"] == "# First\n\nLong."
    (draft,) = exported(ada.id)["drafts.json"]
    assert draft["released"]
