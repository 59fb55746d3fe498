"""Asking and answering, as members and guests meet it. The jobs run as the worker runs them."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from draht.accounts.actions import close_account
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions import set_roles, withdraw_page
from draht.companies.models import Company, Scope
from draht.companies.tests.factories import make_mandate
from draht.conftest import Persona
from draht.enquiries import actions
from draht.enquiries.models import Enquiry, Message, Note, State, Wait
from draht.enquiries.queries import Shelf, inbox, told_of_question
from draht.enquiries.rules import ASKS_A_DAY, ASKS_IN_A_ROW
from draht.enquiries.tests.factories import ask, ask_as_guest, make_page
from draht.enquiries.tokens import guest_token
from draht.outbox.worker import run_until_idle


def at(name: str, company: Company) -> str:
    return reverse(f"enquiries:{name}", kwargs={"handle": company.actor.handle})


def page(name: str, enquiry: Enquiry) -> str:
    return reverse(f"enquiries:{name}", kwargs={"enquiry": enquiry.id})


# --- members ----------------------------------------------------------------------------------------------------------


def test_a_member_asks_and_the_company_answers(ada: Persona, ben: Persona, cem: Persona) -> None:
    company, browser = make_page(ada, ben), cem.client()
    sent = browser.post(at("ask", company), {"subject": "Fine wire", "text": "Do you draw 0.15 mm?"})
    enquiry = Enquiry.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, page("enquiry", enquiry))
    assert told_of_question(enquiry.id) == sorted([ada.id, ben.id])
    assert "Fine wire" in ben.client().get(at("inbox", company)).content.decode()

    answered = ben.client().post(page("answers", enquiry), {"answer-text": "Down to 0.10 mm."})
    assert answered.status_code == 303
    seen = browser.get(page("enquiry", enquiry)).content.decode()
    assert "Down to 0.10 mm." in seen
    assert "Rheinseil AG" in seen
    assert "Achterberg" not in seen


def test_the_team_alone_sees_who_answered_and_what_it_noted(ada: Persona, ben: Persona, cem: Persona) -> None:
    enquiry = ask(make_page(ada, ben), cem)
    actions.write_note(enquiry=enquiry.id, by=ben.id, text="He buys from Nordkabel.")
    actions.answer_enquiry(enquiry=enquiry.id, by=ben.id, text="Yes.")
    team = ada.client().get(page("enquiry", enquiry)).content.decode()
    assert "answered by Ben Achterberg for the company" in team
    assert "Nordkabel" in team
    asker = cem.client().get(page("enquiry", enquiry)).content.decode()
    assert "Nordkabel" not in asker
    assert "Ben" not in asker


def test_nobody_else_finds_an_enquiry(ada: Persona, ben: Persona, cem: Persona, mo: Persona) -> None:
    company = make_page(ada)
    enquiry = ask(company, cem)
    for stranger in (ben, mo):
        browser = stranger.client()
        assert browser.get(page("enquiry", enquiry)).status_code == 404
        assert browser.get(at("inbox", company)).status_code == 404
        for name in ("answers", "questions", "notes", "assignment", "closure", "end"):
            assert browser.post(page(name, enquiry), {"text": "x"}).status_code == 404
    for name in ("answers", "notes", "assignment", "closure"):
        assert cem.client().post(page(name, enquiry), {"text": "x"}).status_code == 404
    assert Client().get(page("enquiry", enquiry)).status_code == 302


def test_what_was_typed_comes_back_with_the_error(ada: Persona, cem: Persona) -> None:
    company = make_page(ada)
    empty = cem.client().post(at("ask", company), {"subject": "About springs", "text": " "})
    assert empty.status_code == 422
    assert "About springs" in empty.content.decode()
    enquiry = ask(company, cem)
    assert ada.client().post(page("answers", enquiry), {"answer-text": ""}).status_code == 422
    assert ada.client().post(page("notes", enquiry), {"note-text": ""}).status_code == 422
    assert cem.client().post(page("questions", enquiry), {"text": ""}).status_code == 422


def test_the_asker_asks_back_and_the_same_person_is_told(ada: Persona, ben: Persona, cem: Persona) -> None:
    enquiry = ask(make_page(ada, ben), cem)
    actions.answer_enquiry(enquiry=enquiry.id, by=ben.id, text="Yes.")
    cem.client().post(page("questions", enquiry), {"text": "And galvanised?"})
    assert told_of_question(enquiry.id) == [ben.id]
    enquiry.refresh_from_db()
    assert enquiry.state == State.OPEN


def test_nobody_floods_a_company(ada: Persona, cem: Persona) -> None:
    company = make_page(ada)
    enquiry = ask(company, cem)
    for _number in range(ASKS_IN_A_ROW - 1):
        actions.ask_back(enquiry=enquiry.id, text="Hello?")
    with pytest.raises(Refused):
        actions.ask_back(enquiry=enquiry.id, text="Hello?")
    for _number in range(ASKS_A_DAY - 1):
        ask(company, cem)
    with pytest.raises(Refused):
        ask(company, cem)
    with clock.at(clock.now() + timedelta(days=1, minutes=1)):
        ask(company, cem)


def test_an_unpublished_page_is_not_asked_and_a_team_does_not_ask_itself(ada: Persona, cem: Persona) -> None:
    company = make_page(ada)
    assert ada.client().get(at("ask", company)).status_code == 302
    with pytest.raises(Refused):
        ask(company, ada)
    withdraw_page(company=company.actor_id, by=ada.id)
    assert cem.client().get(at("ask", company)).status_code == 404
    with pytest.raises(Refused):
        ask(company, cem)


# --- the team ---------------------------------------------------------------------------------------------------------


def shelf(company: Company, viewer: Persona, which: Shelf) -> list[int]:
    return [line.id for line in inbox(company.actor_id, viewer.id, which, start=None).items]


def test_the_inbox_has_open_mine_answered_and_closed(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_page(ada, ben)
    first, second, third = (ask(company, cem, f"Question {number}") for number in range(3))
    assert shelf(company, ada, Shelf.OPEN) == [first.id, second.id, third.id]
    actions.assign_enquiry(enquiry=second.id, by=ada.id, member=ben.id)
    assert shelf(company, ben, Shelf.MINE) == [second.id]
    assert shelf(company, ada, Shelf.MINE) == []
    actions.answer_enquiry(enquiry=first.id, by=ada.id, text="Yes.")
    actions.close_enquiry(enquiry=third.id)
    assert shelf(company, ada, Shelf.ANSWERED) == [first.id]
    assert shelf(company, ada, Shelf.CLOSED) == [third.id]
    actions.reopen_enquiry(enquiry=third.id)
    assert shelf(company, ada, Shelf.OPEN) == [second.id, third.id]
    for which in Shelf:
        assert ada.client().get(at("inbox", company), {"shelf": which.value}).status_code == 200


def test_whoever_leaves_the_team_looks_after_nothing(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_page(ada, ben)
    enquiry = ask(company, cem)
    actions.assign_enquiry(enquiry=enquiry.id, by=ada.id, member=ben.id)
    set_roles(company=company.actor_id, member=ben.id, roles=(), by=ada.id)
    run_until_idle()
    enquiry.refresh_from_db()
    assert enquiry.assigned is None
    assert ben.client().get(page("enquiry", enquiry)).status_code == 404
    with pytest.raises(Refused):
        actions.assign_enquiry(enquiry=enquiry.id, by=ada.id, member=ben.id)


def test_a_saved_answer_is_put_in_with_names_after_what_was_typed(ada: Persona, cem: Persona) -> None:
    company, browser = make_page(ada), ada.client()
    saved = {"title": "Thanks", "text": "Dear {name}, {company} thanks you. {me} {other}"}
    assert browser.post(at("saved_answers", company), saved).status_code == 303
    enquiry = ask(company, cem)
    listed = browser.get(page("enquiry", enquiry)).content.decode()
    chosen = re.search(r'<option value="(\d+)">Thanks', listed)
    assert chosen
    typed = {"answer-text": "Good morning!", "answer-saved": chosen[1], "act": "insert"}
    text = browser.post(page("answers", enquiry), typed).content.decode()
    assert "Good morning!" in text
    assert "Dear Cem Yıldırım, Rheinseil AG thanks you. Ada Lindner {other}" in text
    assert not Message.objects.filter(is_answer=True).exists()

    place = {"handle": company.actor.handle, "saved": chosen[1]}
    changed = browser.post(reverse("enquiries:saved_answer", kwargs=place), {"title": "Bye", "text": "Bye {name}"})
    assert changed.status_code == 303
    assert "Bye {name}" in browser.get(at("saved_answers", company)).content.decode()
    browser.post(reverse("enquiries:delete_saved_answer", kwargs=place))
    assert "Bye {name}" not in browser.get(at("saved_answers", company)).content.decode()


def test_only_owners_arrange_the_desk(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_page(ada, ben)
    assert ben.client().get(at("desk", company)).status_code == 403
    arranged = {"promise_hours": "4", "deputy": str(ben.id)}
    assert ada.client().post(at("desk", company), arranged).status_code == 303
    assert "within 4 hours" in cem.client().get(at("ask", company)).content.decode()
    assert "takes questions from members" in Client().get(at("ask", company)).content.decode()
    assert ada.client().post(at("desk", company), {"promise_hours": "0", "deputy": str(cem.id)}).status_code == 422


# --- guests -----------------------------------------------------------------------------------------------------------

QUESTION = {"name": "Gerda Gast", "email": "Gerda@guests.example", "subject": "", "text": "Do you take apprentices?"}


def link_in_mail() -> str:
    found = re.search(r"http://\S+?(/enquiries/guest/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def test_a_guest_is_heard_after_the_click_and_reads_by_link_and_mail(ada: Persona) -> None:
    company, browser = make_page(ada), Client()
    assert browser.post(at("ask", company), QUESTION).status_code == 303
    run_until_idle()
    assert shelf(company, ada, Shelf.OPEN) == []
    assert [letter.to for letter in mail.outbox] == [["gerda@guests.example"]]
    assert "apprentices" not in str(mail.outbox[0].body)  # nobody sends words to others through this
    assert "Gerda" not in str(mail.outbox[0].body)

    link = link_in_mail()
    browser.get(link)  # as a mail scanner does
    assert shelf(company, ada, Shelf.OPEN) == []
    browser.post(link)
    browser.post(link)
    enquiry = Enquiry.objects.get()
    assert shelf(company, ada, Shelf.OPEN) == [enquiry.id]
    assert told_of_question(enquiry.id) == [ada.id]
    team = ada.client().get(page("enquiry", enquiry)).content.decode()
    assert "Gerda Gast" in team
    assert "gerda@guests.example" not in team

    ada.client().post(page("answers", enquiry), {"answer-text": "Every August."})
    run_until_idle()
    assert "Every August." in str(mail.outbox[-1].body)
    assert "Ada" not in str(mail.outbox[-1].body)
    assert link_in_mail() == link
    seen = browser.get(link)
    assert "Every August." in seen.content.decode()
    assert "no-store" in seen["Cache-Control"]
    browser.post(f"{link}questions/", {"text": "And in Altena?"})
    assert shelf(company, ada, Shelf.OPEN) == [enquiry.id]
    browser.post(f"{link}end/")
    enquiry.refresh_from_db()
    assert enquiry.state == State.CLOSED


def test_a_link_opens_one_enquiry_of_a_guest_and_no_other(ada: Persona, cem: Persona) -> None:
    company = make_page(ada)
    own, other = ask(company, cem), ask_as_guest(company)
    assert Client().get(reverse("enquiries:guest", kwargs={"token": guest_token(own.id)})).status_code == 404
    forged = guest_token(own.id).replace(str(own.id), str(other.id))
    assert Client().get(reverse("enquiries:guest", kwargs={"token": forged})).status_code == 404


def test_nothing_tells_whether_an_address_is_known(ada: Persona, cem: Persona) -> None:
    company = make_page(ada)
    strange = Client().post(at("ask", company), QUESTION)
    known = Client().post(at("ask", company), {**QUESTION, "email": cem.user.email})
    assert (strange.status_code, strange["Location"]) == (known.status_code, known["Location"])
    run_until_idle()
    assert len({str(letter.subject) for letter in mail.outbox}) == 1


def test_one_address_gets_a_few_links_a_day_and_nobody_is_told(ada: Persona) -> None:
    company = make_page(ada)
    answers = {
        Client(REMOTE_ADDR=f"10.0.0.{number}").post(at("ask", company), QUESTION)["Location"] for number in range(8)
    }
    run_until_idle()
    assert len(answers) == 1
    assert len(mail.outbox) == 5


def test_one_place_asks_a_few_times_an_hour(ada: Persona) -> None:
    company = make_page(ada)
    codes = [
        Client().post(at("ask", company), {**QUESTION, "email": f"g{number}@guests.example"}).status_code
        for number in range(12)
    ]
    assert codes == [303] * 10 + [422] * 2


# --- what is kept -----------------------------------------------------------------------------------------------------


def test_whoever_leaves_takes_their_questions_along(ada: Persona, cem: Persona) -> None:
    enquiry = ask(make_page(ada), cem)
    actions.write_note(enquiry=enquiry.id, by=ada.id, text="Call him.")
    close_account(user=cem.user)
    run_until_idle()
    assert not Enquiry.objects.exists()
    assert not Message.objects.exists()
    assert not Note.objects.exists()
    assert Wait.objects.get().outcome == "void"


def test_an_answer_stays_when_who_wrote_it_leaves(ada: Persona, ben: Persona, cem: Persona) -> None:
    enquiry = ask(make_page(ada, ben), cem)
    actions.answer_enquiry(enquiry=enquiry.id, by=ben.id, text="Down to 0.10 mm.")
    run_until_idle()
    close_account(user=ben.user)
    with clock.at(clock.now() + timedelta(hours=2)):
        run_until_idle()
    assert "Down to 0.10 mm." in cem.client().get(page("enquiry", enquiry)).content.decode()
    assert "Achterberg" not in ada.client().get(page("enquiry", enquiry)).content.decode()


def test_what_guests_asked_goes_half_a_year_after_it_was_closed(ada: Persona, cem: Persona) -> None:
    company, now = make_page(ada), clock.now()
    guests, members = ask_as_guest(company), ask(company, cem)
    forgotten = ask_as_guest(company, is_confirmed=False)
    for enquiry in (guests, members):
        actions.answer_enquiry(enquiry=enquiry.id, by=ada.id, text="Yes.")
    run_until_idle()

    def left_after(days: int) -> set[int]:
        with clock.at(now + timedelta(days=days)):
            actions.tidy_enquiries()
        return set(Enquiry.objects.values_list("id", flat=True))

    assert left_after(6) == {guests.id, members.id, forgotten.id}
    assert left_after(8) == {guests.id, members.id}
    assert left_after(31) == {guests.id, members.id}  # closed by the clock from now on
    assert set(Enquiry.objects.values_list("state", flat=True)) == {State.CLOSED}
    assert left_after(31 + 179) == {guests.id, members.id}
    assert left_after(31 + 181) == {members.id}
    assert Wait.objects.filter(outcome="answered").count() == 2


# --- caretakers -------------------------------------------------------------------------------------------------------


def test_a_caretaker_answers_under_a_mandate(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_page(ada)
    make_mandate(company, ada.id, ben.id, scope=[Scope.ANSWER], four_eyes=False)
    enquiry = ask(company, cem)
    assert ben.id in told_of_question(enquiry.id)
    assert ben.client().post(page("answers", enquiry), {"answer-text": "Yes."}).status_code == 303


def test_with_four_eyes_the_team_sends_what_the_caretaker_noted(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_page(ada)
    make_mandate(company, ada.id, ben.id, scope=[Scope.ANSWER])
    enquiry = ask(company, cem)
    refused = ben.client().post(page("answers", enquiry), {"answer-text": "Yes, down to 0.1."})
    assert (refused.status_code, "Yes, down to 0.1." in refused.content.decode()) == (422, True)
    assert not Message.objects.filter(is_answer=True).exists()
    actions.write_note(enquiry=enquiry.id, by=ben.id, text="Yes, down to 0.1.")
    assert Note.objects.count() == 1


def test_an_answer_under_a_mandate_names_the_agency_to_who_asked(ada: Persona, ben: Persona, cem: Persona) -> None:
    company = make_page(ada)
    make_mandate(company, ada.id, ben.id, scope=[Scope.ANSWER], four_eyes=False)
    enquiry = ask(company, cem)
    actions.answer_enquiry(enquiry=enquiry.id, by=ben.id, text="Yes.")
    assert "for the company, by Ben Achterberg" in cem.client().get(f"/enquiries/{enquiry.id}/").content.decode()
    by_guest = ask_as_guest(company)
    actions.answer_enquiry(enquiry=by_guest.id, by=ben.id, text="Yes.")
    run_until_idle()
    assert "Rheinseil AG, by Ben Achterberg, has answered" in mail.outbox[-1].body
    own = ask(company, cem)
    actions.answer_enquiry(enquiry=own.id, by=ada.id, text="Yes.")
    assert "by Ben" not in cem.client().get(f"/enquiries/{own.id}/").content.decode()
