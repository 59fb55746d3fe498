"""The clock of an enquiry: when an answer is due, when it stops, and what the page says of it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from draht.common import clock
from draht.companies.models import Company, Place
from draht.conftest import Persona
from draht.enquiries import actions
from draht.enquiries.models import Figures, Wait
from draht.enquiries.queries import answer_figures
from draht.enquiries.tests.factories import ask, make_page
from draht.outbox.worker import run_until_idle

BERLIN = ZoneInfo("Europe/Berlin")


def local(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=BERLIN)


@pytest.fixture
def company(ada: Persona, ben: Persona) -> Company:
    """Ada's, in North Rhine-Westphalia; Ben answers."""
    page = make_page(ada, ben)
    Place.objects.create(company=page, city="Duisburg", country="DE", region="NW")
    return page


def test_an_answer_is_due_within_one_working_day_of_the_seat(company: Company, cem: Persona) -> None:
    with clock.at(local("2026-01-05 14:00")):
        ask(company, cem)
    assert Wait.objects.get().due == local("2026-01-06 14:00")
    Place.objects.update(region="BY")  # where 6 January is a holiday
    with clock.at(local("2026-01-05 14:00")):
        ask(company, cem)
    assert Wait.objects.order_by("-id")[0].due == local("2026-01-07 14:00")


def test_an_answer_stops_the_clock(company: Company, ada: Persona, cem: Persona) -> None:
    with clock.at(local("2026-03-06 15:00")):
        enquiry = ask(company, cem)
    with clock.at(local("2026-03-09 10:30")):
        actions.answer_enquiry(enquiry=enquiry.id, by=ada.id, text="Yes.")
    wait = Wait.objects.get()
    assert (wait.outcome, wait.worked, wait.next_look) == ("answered", 210, None)


def test_closed_too_early_goes_on_waiting(company: Company, cem: Persona) -> None:
    with clock.at(local("2026-03-04 10:00")):
        enquiry = ask(company, cem)
    with clock.at(local("2026-03-04 11:00")):
        actions.close_enquiry(enquiry=enquiry.id)
        assert Wait.objects.get().outcome == "unanswered"
        actions.reopen_enquiry(enquiry=enquiry.id)
    wait = Wait.objects.get()
    assert (wait.outcome, wait.next_look) == ("waiting", wait.half)


# --- figures ----------------------------------------------------------------------------------------------------------


def answered_after(company: Company, persona: Persona, asker: Persona, *hours: float) -> None:
    """Questions of Wednesday morning, answered so many hours later."""
    for late in hours:
        with clock.at(local("2026-03-04 09:00") + timedelta(seconds=1)):
            enquiry = ask(company, asker)
        with clock.at(local("2026-03-04 09:00") + timedelta(hours=late, seconds=1)):
            actions.answer_enquiry(enquiry=enquiry.id, by=persona.id, text="Yes.")


def test_figures_are_shown_from_ten_cases_up(company: Company, ada: Persona, ben: Persona, cem: Persona) -> None:
    answered_after(company, ada, cem, 1, 1, 2, 2, 3, 3, 4, 30, 30)
    with clock.at(local("2026-03-06 12:00")):
        run_until_idle()
        assert answer_figures(company.actor_id) is None
        assert Figures.objects.get().cases == 9
    answered_after(company, ben, cem, 2.5)
    with clock.at(local("2026-03-06 12:00")):
        run_until_idle()
    figures = answer_figures(company.actor_id)
    assert figures is not None
    assert (figures.cases, figures.percent) == (10, 80)
    assert figures.hours == 3  # the median is 2 hours 45 minutes


def test_a_missing_answer_counts_and_one_nobody_wants_does_not(company: Company, ada: Persona, cem: Persona) -> None:
    with clock.at(local("2026-03-04 09:00")):
        late, closed, settled, thanks = (ask(company, cem) for _number in range(4))
        actions.answer_enquiry(enquiry=thanks.id, by=ada.id, text="Yes.")
        actions.ask_back(enquiry=thanks.id, text="Thank you!")
        actions.close_enquiry(enquiry=thanks.id)
        actions.close_enquiry(enquiry=closed.id)
        actions.end_enquiry(enquiry=settled.id)
        actions.count_figures(company=company.actor_id)
    assert Figures.objects.values_list("cases", "in_a_day").get() == (2, 1)  # thanks, closed
    with clock.at(local("2026-03-05 09:00")):
        actions.count_all_figures()
    assert Figures.objects.values_list("cases", "in_a_day").get() == (3, 1)  # late
    assert late.waits.get().outcome == "waiting"
    with clock.at(local("2026-03-04 09:00") + timedelta(days=91)):
        actions.count_all_figures()
    assert Figures.objects.values_list("cases", "in_a_day").get() == (0, 0)
