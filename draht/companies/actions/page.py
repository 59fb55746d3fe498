"""Begin a page, say what it says, publish it, withdraw it."""

from collections.abc import Iterable
from datetime import time
from typing import IO, Any
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import create_actor, let_be_named, let_own_voices_publish, rename, tint
from draht.actors.actions import describe as describe_actor
from draht.actors.actions import picture as show_picture
from draht.actors.models import Actor, Kind
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.actions.mandates import renew_mandated_voices
from draht.companies.actions.team import exchange_roles
from draht.companies.actions.texts import line, needed, text
from draht.companies.actions.words import refresh_words
from draht.companies.events import CompanyPublished, CompanyRenamed
from draht.companies.models import (
    ABOUT,
    BRANCH,
    IMPRINT,
    NAME,
    WISH,
    Company,
    CompanyName,
    OpeningTime,
    Place,
    Role,
    Size,
    TeamRole,
)
from draht.companies.regions import REGIONS
from draht.companies.rules import MOST_UNPUBLISHED
from draht.companies.sections import Section
from draht.media.actions import remove, take_in
from draht.media.models import Picture, Purpose
from draht.richtext import render

HEADLINE = 160
MOST_ROWS = 50


@transaction.atomic
def create_company(*, name: str, by: int, headline: str = "") -> Company:
    """Begin the page of a company, unpublished; whoever begins it is its owner. Raises Refused for what is no name."""
    clean, said = needed(name, NAME, field="name"), line(headline, HEADLINE, field="headline")
    owned = TeamRole.objects.filter(member=by, role=Role.OWNER)
    if owned.filter(company__published=None).count() >= MOST_UNPUBLISHED:
        raise Refused(_("You have begun several pages already. Please publish one of them first."))
    actor = create_actor(kind=Kind.COMPANY, name=clean, headline=said, may_be_named=False)
    company = Company.objects.create(actor=actor)
    refresh_words(company=actor.id)
    note(company=actor.id, member=by, what="begun")
    exchange_roles(actor.id, by, {Role.OWNER})
    return company


@transaction.atomic
def publish_page(*, company: int, by: int) -> None:
    """Let others see the page. Raises Refused while nobody answers for it."""
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    if not page.imprint:
        raise Refused(_("Please fill in the imprint first: the law wants to know who answers for the page."))
    if page.published is None:
        Company.objects.filter(actor=company).update(published=clock.now())
        let_be_named(actor=company, may_be_named=True)
        let_own_voices_publish(actor=company, may_publish=True)
        renew_mandated_voices(company=company)
        note(company=company, member=by, what="published")
        outbox.record(CompanyPublished(company=company, member=by))


@transaction.atomic
def withdraw_page(*, company: int, by: int) -> None:
    """Let only the team see the page."""
    if Company.objects.filter(actor=company).exclude(published=None).update(published=None):
        let_be_named(actor=company, may_be_named=False)
        let_own_voices_publish(actor=company, may_publish=False)
        renew_mandated_voices(company=company)
        note(company=company, member=by, what="withdrawn")


# --- what it says, section by section ---------------------------------------------------------------------------------


def _edited(company: int, by: int, section: Section) -> None:
    note(company=company, member=by, what="edited", section=section.value)


@transaction.atomic
def describe_head(*, company: int, by: int, name: str, headline: str, branch: str, size: str, hue: int) -> None:
    """Say what the company is called, what it is in one line, its branch, size and colour (a hue in degrees)."""
    if size and size not in Size.values:
        raise Refused(_("Please choose a size."), field="size")
    Company.objects.filter(actor=company).update(branch=line(branch, BRANCH, field="branch"), size=size)
    called = needed(name, NAME, field="name")
    if Actor.objects.filter(id=company).exclude(name=called).exists():
        rename(actor=company, name=called)
        outbox.record(CompanyRenamed(company=company))
    describe_actor(actor=company, headline=line(headline, HEADLINE, field="headline"))
    tint(actor=company, hue=hue)
    refresh_words(company=company)
    _edited(company, by, Section.HEAD)


@transaction.atomic
def describe_about(*, company: int, by: int, about: str) -> None:
    """Tell about the company in a small Markdown."""
    clean = text(about, ABOUT, field="about")
    Company.objects.filter(actor=company).update(about=clean, about_html=render(clean).html)
    _edited(company, by, Section.ABOUT)


@transaction.atomic
def describe_work(*, company: int, by: int, makes: str, seeks: str) -> None:
    """Say what the company makes and what it looks for."""
    facts = {"makes": text(makes, WISH, field="makes"), "seeks": text(seeks, WISH, field="seeks")}
    Company.objects.filter(actor=company).update(**facts)
    _edited(company, by, Section.WORK)


@transaction.atomic
def describe_imprint(*, company: int, by: int, imprint: str) -> None:
    """Say who answers for the page. It cannot be emptied while the page is published."""
    clean = text(imprint, IMPRINT, field="imprint")
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    if not clean and page.published is not None:
        raise Refused(_("A published page needs an imprint. Withdraw the page first."), field="imprint")
    Company.objects.filter(actor=company).update(imprint=clean)
    _edited(company, by, Section.IMPRINT)


@transaction.atomic
def set_names(*, company: int, by: int, names: Iterable[str]) -> None:
    """Say anew under which other names and brands the company is found."""
    wanted = list(dict.fromkeys(filter(None, (line(name, NAME, field="names") for name in names))))
    if len(wanted) > MOST_ROWS:
        raise Refused(_("At most %(number)d, please.") % {"number": MOST_ROWS}, field="names")
    CompanyName.objects.filter(company=company).delete()
    CompanyName.objects.bulk_create(CompanyName(company_id=company, name=name) for name in wanted)
    refresh_words(company=company)
    _edited(company, by, Section.NAMES)


@transaction.atomic
def set_hours(*, company: int, by: int, times: Iterable[tuple[int, time, time]], time_zone: str) -> None:
    """Say anew from when until when somebody is there: (weekday, opens, closes), 0 is Monday, in this time zone."""
    if time_zone not in available_timezones():
        raise Refused(_("Please choose a time zone."), field="time_zone")
    OpeningTime.objects.filter(company=company).delete()
    OpeningTime.objects.bulk_create(
        OpeningTime(company_id=company, weekday=weekday, opens=opens, closes=closes) for weekday, opens, closes in times
    )
    Company.objects.filter(actor=company).update(time_zone=time_zone)
    _edited(company, by, Section.HOURS)


# --- places -----------------------------------------------------------------------------------------------------------


def _place(label: str, street: str, postcode: str, city: str, country: str, region: str) -> dict[str, str]:
    if region and region not in REGIONS.get(country, {}):
        raise Refused(_("This is no part of that country."), field="region")
    return {
        "label": line(label, 60, field="label"),
        "street": line(street, 120, field="street"),
        "postcode": line(postcode, 12, field="postcode"),
        "city": needed(city, 80, field="city"),
        "country": country,
        "region": region,
    }


@transaction.atomic
def add_place(
    *,
    company: int,
    by: int,
    city: str,
    label: str = "",
    street: str = "",
    postcode: str = "",
    country: str = "DE",
    region: str = "",
) -> Place:
    """Name a place where the company is. The first one is its seat."""
    checked = _place(label, street, postcode, city, country, region)
    if Place.objects.filter(company=company).count() >= MOST_ROWS:
        raise Refused(_("At most %(number)d, please.") % {"number": MOST_ROWS})
    place = Place.objects.create(company_id=company, **checked)
    refresh_words(company=company)
    _edited(company, by, Section.PLACES)
    return place


@transaction.atomic
def change_place(
    *, company: int, by: int, entry: int, city: str, label: str, street: str, postcode: str, country: str, region: str
) -> None:
    """Say otherwise about a place."""
    checked = _place(label, street, postcode, city, country, region)
    Place.objects.filter(company=company, id=entry).update(**checked)
    refresh_words(company=company)
    _edited(company, by, Section.PLACES)


@transaction.atomic
def remove_place(*, company: int, by: int, entry: int) -> None:
    """The company is not there any more."""
    Place.objects.filter(company=company, id=entry).delete()
    refresh_words(company=company)
    _edited(company, by, Section.PLACES)


# --- logo -------------------------------------------------------------------------------------------------------------


def set_logo(*, company: int, by: int, upload: IO[Any]) -> None:
    """Take a new logo in and delete the old one. Call it outside of a transaction. Raises Refused with the reason if
    it is no picture."""
    picture = take_in(owner=company, purpose=Purpose.LOGO, upload=upload)
    _show_logo(company, by, picture.key)


def remove_logo(*, company: int, by: int) -> None:
    """Delete the logo, its files included."""
    _show_logo(company, by, "")


@transaction.atomic
def _show_logo(company: int, by: int, key: str) -> None:
    show_picture(actor=company, key=key)
    remove(pictures=Picture.objects.filter(owner=company, purpose=Purpose.LOGO).exclude(key=key))
    note(company=company, member=by, what="logo")
