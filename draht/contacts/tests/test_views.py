"""What the pages of contacts promise."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from draht.common import clock
from draht.conftest import Persona
from draht.contacts import actions
from draht.contacts.models import ContactNote, ContactRequest, ContactTag, State
from draht.contacts.tests.factories import agree, ask, make_contacts, make_field
from draht.members.models import CardGroup, CardKind, Member
from draht.members.tests.factories import surname
from draht.outbox.worker import run_until_idle
from draht.ties.actions import block
from draht.ties.rules import is_contact, is_hidden

MakePersona = Callable[[str, str], Persona]


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return str(response.content.decode())


def sent(client: Client, address: str, status: int = 303, **data: Any) -> str:
    response = client.post(address, data)
    assert response.status_code == status, (address, response.content.decode()[:2000])
    return str(response.headers.get("Location", response.content.decode()))


def test_it_sends_visitors_to_the_sign_in(client: Client, ada: Persona) -> None:
    for address in ("/contacts/", "/contacts/requests/", "/contacts/requests/sent/", "/contacts/reach/", "/ties/"):
        response = client.get(address)
        assert response.status_code == 302
        assert "next=" in response.headers["Location"]


# --- the story --------------------------------------------------------------------------------------------------------


def test_it_shows_each_of_two_exactly_what_the_other_released(ada: Persona, cem: Persona) -> None:
    ada_office = make_field(ada, CardKind.MAIL, "ada@mill.example")
    make_field(ada, CardKind.MOBILE, "+491711111111", CardGroup.PRIVATE)
    make_field(cem, CardKind.MAIL, "cem@dies.example")
    cem_mobile = make_field(cem, CardKind.MOBILE, "+491722222222")
    make_field(cem, CardKind.ADDRESS, "", CardGroup.PRIVATE, parts={"city": "Hidden", "country": "DE"})
    a, c = ada.client(), cem.client()
    form = page(a, f"/contacts/ask/{cem.handle}/")
    assert "ada@mill.example" in form
    where = sent(
        a, f"/contacts/ask/{cem.handle}/", ground="met", detail="wire 2026", text="On dies", business=[ada_office]
    )
    assert where == "/contacts/requests/sent/"
    assert "wire 2026" in page(a, where)
    received = page(c, "/contacts/requests/")
    assert "wire 2026" in received
    assert "On dies" in received
    assert "ada@mill.example" not in received
    request = ContactRequest.objects.get()
    where = sent(c, f"/contacts/requests/{request.id}/accept/", business=[cem_mobile])
    assert where == f"/contacts/{ada.handle}/"
    hers, his = page(a, f"/contacts/{cem.handle}/"), page(c, f"/contacts/{ada.handle}/")
    assert "0172 2222222" in hers
    assert "cem@dies.example" not in hers
    assert "Hidden" not in hers
    assert "ada@mill.example" in his
    assert "0171 1111111" not in his
    assert "wire 2026" in hers
    assert "wire 2026" in his
    card = a.get(f"/contacts/{cem.handle}/card.vcf").content.decode()
    assert "TEL;TYPE=CELL,WORK:+491722222222\r\n" in card
    assert "cem@dies.example" not in card
    assert "Hidden" not in card
    other = c.get(f"/contacts/{ada.handle}/card.vcf").content.decode()
    assert "ada@mill.example" in other
    assert "+491711111111" not in other


def test_it_revokes_at_once_on_every_page(ada: Persona, ben: Persona) -> None:
    mail = make_field(ben, CardKind.MAIL, "ben@mill.example")
    a, b = ada.client(), ben.client()
    sent(b, f"/contacts/{ada.handle}/releases/", business=[mail])
    assert "ben@mill.example" in page(a, f"/contacts/{ben.handle}/")
    sent(b, f"/contacts/{ada.handle}/releases/")
    assert "ben@mill.example" not in page(a, f"/contacts/{ben.handle}/")
    assert "ben@mill.example" not in a.get(f"/contacts/{ben.handle}/card.vcf").content.decode()


def test_it_takes_everything_back_when_a_contact_ends(ada: Persona, ben: Persona) -> None:
    mail = make_field(ben, CardKind.MAIL, "ben@mill.example")
    actions.set_releases(owner=ben.id, contact=ada.id, fields=[mail])
    a, b = ada.client(), ben.client()
    assert "End contact" in page(b, f"/contacts/{ada.handle}/end/")
    assert is_contact(ada.id, ben.id)
    sent(b, f"/contacts/{ada.handle}/end/")
    page(a, f"/contacts/{ben.handle}/", 404)
    page(a, f"/contacts/{ben.handle}/card.vcf", 404)
    assert ben.member.actor.name not in page(a, "/contacts/")


def test_it_refuses_fields_of_others_at_the_form(ada: Persona, ben: Persona) -> None:
    his = make_field(ben)
    make_field(ada)
    sent(ada.client(), f"/contacts/{ben.handle}/releases/", 422, business=[his])


# --- asking -----------------------------------------------------------------------------------------------------------


def test_it_gives_back_everything_typed_with_the_error_at_the_field(ada: Persona, cem: Persona) -> None:
    mail = make_field(ada)
    body = sent(
        ada.client(),
        f"/contacts/ask/{cem.handle}/",
        422,
        ground="enquiry",
        detail="Dies",
        text="Call 0171 2345678",
        business=[mail],
    )
    assert 'href="#id_text"' in body
    assert "leave out phone numbers" in body
    assert "Call 0171 2345678" in body
    assert 'value="Dies"' in body
    assert body.count(" checked") == 2


def test_it_wants_a_ground_to_be_chosen(ada: Persona, cem: Persona) -> None:
    a = ada.client()
    assert " checked" not in page(a, f"/contacts/ask/{cem.handle}/")
    assert "Please choose what connects you." in sent(a, f"/contacts/ask/{cem.handle}/", 422, text="Hello")
    assert not ContactRequest.objects.exists()


def test_it_knows_nobody_whose_account_is_closed(ada: Persona, cem: Persona) -> None:
    cem.user.is_active = False
    cem.user.save()
    page(ada.client(), f"/contacts/ask/{cem.handle}/", 404)


def test_it_says_when_asking_means_accepting(ada: Persona, cem: Persona) -> None:
    ask(cem, ada)
    a = ada.client()
    assert "Asking back means accepting" in page(a, f"/contacts/ask/{cem.handle}/")
    assert sent(a, f"/contacts/ask/{cem.handle}/") == f"/contacts/{cem.handle}/"
    assert is_contact(ada.id, cem.id)


def test_it_starts_with_the_business_fields_of_last_time(ada: Persona, ben: Persona, cem: Persona) -> None:
    mail = make_field(ada)
    home = make_field(ada, CardKind.MOBILE, "+491711111111", CardGroup.PRIVATE)
    make_field(ada, CardKind.WEB, "https://draht.example")
    actions.set_releases(owner=ada.id, contact=ben.id, fields=[mail, home])
    a = ada.client()
    usual = page(a, f"/contacts/ask/{cem.handle}/")
    with_private = page(a, f"/contacts/ask/{cem.handle}/?start=private")
    assert [_is_checked(usual, field) for field in (mail, home)] == [True, False]
    assert [_is_checked(with_private, field) for field in (mail, home)] == [True, True]


def _is_checked(body: str, field: int) -> bool:
    return " checked" in body.split(f'value="{field}"', 1)[1].split(">", 1)[0]


def test_it_shows_the_budget_and_why(ada: Persona, cem: Persona, make_persona: MakePersona) -> None:
    a = ada.client()
    ask(ada, cem)
    body = page(a, "/contacts/requests/sent/")
    assert "1 of 30" in body
    assert "You can send 29 more now." in body
    for number in range(29):
        ask(ada, make_persona("Person", surname(number)))
    assert "You cannot send another one now." in page(a, "/contacts/requests/sent/")
    late = make_persona("Late", "Comer")
    assert "as many open requests as you may have" in page(a, f"/contacts/ask/{late.handle}/")
    sent(a, f"/contacts/ask/{late.handle}/", 422, ground="met", text="Hello")


# --- answering --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["decline", "pitch"])
def test_it_shows_the_asker_nothing_of_a_refusal(ada: Persona, cem: Persona, answer: str) -> None:
    request = ask(ada, cem)
    a, c = ada.client(), cem.client()
    addresses = ("/contacts/requests/sent/", f"/contacts/ask/{cem.handle}/", "/contacts/")
    before = [_without_token(page(a, address)) for address in addresses]
    sent(c, f"/contacts/requests/{request.id}/{answer}/")
    assert [_without_token(page(a, address)) for address in addresses] == before
    assert ada.member.actor.name not in page(c, "/contacts/requests/").split("<main", 1)[1].split("</main>", 1)[0]
    later = clock.now() + timedelta(days=1)
    with clock.at(later):
        assert sent(a, f"/contacts/requests/{request.id}/withdraw/") == "/contacts/requests/sent/"
    assert "withdrawn" in page(a, "/contacts/requests/sent/")


def _without_token(body: str) -> str:
    return re.sub(r"(value|hx-headers)=.[^>]*", "", body)


def test_it_tells_that_a_request_is_gone_and_hides_those_of_others(ada: Persona, ben: Persona, cem: Persona) -> None:
    request = ask(ada, cem)
    for act in ("decline", "pitch", "block", "accept"):
        sent(ben.client(), f"/contacts/requests/{request.id}/{act}/", 404)
        sent(ada.client(), f"/contacts/requests/{request.id}/{act}/", 404)
    sent(cem.client(), f"/contacts/requests/{request.id}/withdraw/", 404)
    actions.withdraw_request(request=request.id, asker=ada.id)
    c = cem.client()
    assert sent(c, f"/contacts/requests/{request.id}/accept/") == "/contacts/requests/"
    assert "no longer open" in page(c, "/contacts/requests/")


def test_it_blocks_an_asker_after_a_question(ada: Persona, cem: Persona) -> None:
    request = ask(ada, cem)
    c = cem.client()
    assert "Block Ada Lindner?" in page(c, f"/contacts/requests/{request.id}/block/")
    assert not is_hidden(ada.id, cem.id)
    sent(c, f"/contacts/requests/{request.id}/block/")
    assert is_hidden(ada.id, cem.id)
    assert cem.member.actor.name not in page(ada.client(), "/contacts/requests/sent/")


def test_it_shows_what_both_have_in_common(ada: Persona, ben: Persona, cem: Persona) -> None:
    agree(cem, ben)
    ask(cem, ada)
    body = page(ada.client(), "/contacts/requests/")
    assert "1 mutual contact" in body
    assert ben.member.actor.name in body


def test_it_counts_waiting_requests_on_every_page(ada: Persona, cem: Persona) -> None:
    ask(cem, ada)
    assert Member.objects.get(actor=ada.id).open_requests == 1
    assert "1 new" in page(ada.client(), "/contacts/")


def test_it_counts_a_line_break_as_one_character(ada: Persona, ben: Persona, cem: Persona) -> None:
    words = "\r\n".join(["Ziehsteine"] * 27)
    assert len(words) > 300 > len(words.replace("\r", ""))
    sent(ada.client(), f"/contacts/ask/{cem.handle}/", ground="other", text=words)
    sent(ada.client(), f"/contacts/{ben.handle}/notes/", text="\r\n".join(["x"] * 1000))


# --- the list ---------------------------------------------------------------------------------------------------------


def test_it_finds_contacts_as_one_types_with_and_without_script(ada: Persona, ben: Persona, cem: Persona) -> None:
    agree(ada, cem)
    whole, part = ada.client(), ada.client(htmx=True)
    for client in (whole, part):
        found = page(client, "/contacts/?q=yildi")
        assert "Cem Yıldırım" in found
        assert "Ben Achterberg" not in found
    assert "<html" not in page(part, "/contacts/?q=yildi")
    assert "<h1" in page(whole, "/contacts/?q=yildi")
    assert "Nobody found" in page(whole, "/contacts/?q=zzz")


def test_it_finds_only_own_contacts(ada: Persona, ben: Persona, cem: Persona) -> None:
    assert "Nobody found" in page(ada.client(), "/contacts/?q=cem")


def test_it_filters_by_own_tags_that_nobody_else_sees(ada: Persona, ben: Persona, cem: Persona) -> None:
    agree(ada, cem)
    a = ada.client()
    sent(a, f"/contacts/{ben.handle}/tags/", tags="wire 2026, buys dies")
    sent(a, f"/contacts/{ben.handle}/notes/", text="Met at wire, likes coffee")
    found = page(a, "/contacts/?tag=wire+2026")
    assert "Ben Achterberg" in found
    assert "Cem Yıldırım" not in found.split('id="book"')[1]
    b = ben.client()
    for address in ("/contacts/", f"/contacts/{ada.handle}/"):
        assert "buys dies" not in page(b, address)
        assert "likes coffee" not in page(b, address)
    assert "likes coffee" in page(a, f"/contacts/{ben.handle}/")


def test_it_keeps_notes_about_former_contacts(ada: Persona, ben: Persona) -> None:
    actions.write_note(owner=ada.id, contact=ben.id, text="Met at wire")
    actions.end_contact(one=ben.id, other=ada.id)
    a = ada.client()
    assert "Met at wire" in page(a, "/contacts/former/")
    sent(ben.client(), f"/contacts/notes/{ContactNote.objects.get().id}/delete/")
    assert ContactNote.objects.exists()
    assert sent(a, f"/contacts/notes/{ContactNote.objects.get().id}/delete/") == "/contacts/former/"
    assert not ContactNote.objects.exists()


def test_it_shows_errors_of_notes_and_tags_at_their_fields(ada: Persona, ben: Persona) -> None:
    a = ada.client()
    assert "at most 40 characters" in sent(a, f"/contacts/{ben.handle}/tags/", 422, tags="x" * 41)
    body = sent(a, f"/contacts/{ben.handle}/notes/", 422, text="x" * 2001)
    assert "x" * 2001 in body
    assert not ContactTag.objects.exists()


# --- who is hidden does not exist -------------------------------------------------------------------------------------


def test_it_answers_alike_for_the_blocked_the_unknown_and_strangers(ada: Persona, ben: Persona, cem: Persona) -> None:
    block(source=ben.id, target=ada.id)
    a = ada.client()
    for handle in (ben.handle, "nobody-at-all"):
        page(a, f"/contacts/ask/{handle}/", 404)
        page(a, f"/contacts/{handle}/", 404)
        page(a, f"/contacts/{handle}/card.vcf", 404)
    page(a, f"/contacts/{cem.handle}/", 404)
    page(a, f"/contacts/{cem.handle}/card.vcf", 404)
    page(a, f"/contacts/{cem.handle}/end/", 404)
    for part in ("releases", "tags", "notes", "end"):
        sent(a, f"/contacts/{cem.handle}/{part}/", 404)


def test_it_clears_up_after_a_block_by_itself(ada: Persona, cem: Persona) -> None:
    ask(ada, cem)
    block(source=cem.id, target=ada.id)
    run_until_idle()
    assert ContactRequest.objects.get().state == State.BLOCKED
    assert Member.objects.get(actor=cem.id).open_requests == 0


# --- what one releases ------------------------------------------------------------------------------------------------


def test_it_offers_to_release_a_later_field_and_shows_to_whom(ada: Persona, ben: Persona, cem: Persona) -> None:
    mail = make_field(ada)
    actions.set_releases(owner=ada.id, contact=ben.id, fields=[mail])
    later = make_field(ada, CardKind.MOBILE, "+491711111111")
    a = ada.client()
    body = page(a, "/contacts/reach/")
    assert "1 contact has your other business fields, but not this one." in body
    assert "0171 1111111" not in page(ben.client(), f"/contacts/{ada.handle}/")
    assert "Ben Achterberg" in page(a, f"/contacts/reach/{later}/")
    assert "but not this one" in page(a, "/contacts/reach/")
    sent(a, f"/contacts/reach/{later}/")
    assert "0171 1111111" in page(ben.client(), f"/contacts/{ada.handle}/")
    assert "but not this one" not in page(a, "/contacts/reach/")


def test_it_pages_through_the_list_by_its_own_links(ada: Persona, ben: Persona) -> None:
    make_contacts(ada, [("Kim", f"Zeta{number:02}") for number in range(40)])
    a = ada.client()
    first = page(a, "/contacts/?sort=name")
    more = re.search(r'href="(/contacts/\?[^"]*after=\d+)"', first)
    assert more
    assert "Zeta28" in first
    assert "Zeta29" not in first
    second = page(a, more[1].replace("&amp;", "&"))
    assert "Zeta29" in second
    assert "Zeta39" in second
    assert "Ben Achterberg" not in second.split('id="book"')[1]


@pytest.mark.parametrize("raw", ["9" * 30, "9" * 19, "-1", "abc", "0"])
def test_it_survives_any_id(ada: Persona, ben: Persona, raw: str) -> None:
    a = ada.client()
    page(a, f"/contacts/?after={raw}")
    page(a, f"/contacts/requests/?before={raw}")
    page(a, f"/contacts/requests/sent/?before={raw}")
    page(a, f"/ties/?before={raw}")
    page(a, f"/contacts/requests/{raw}/accept/", 404)
    page(a, f"/ties/block/?actor={raw}", 404)
    sent(a, f"/contacts/requests/{raw}/decline/", 404)
    sent(a, "/ties/follow/", 404, actor=raw)
    sent(a, f"/contacts/notes/{raw}/delete/", 303 if raw == "0" else 404)
