"""Writing one's profile, section by section."""

from collections.abc import Iterable
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from draht.actors.actions import describe as describe_actor
from draht.actors.actions import picture as show_picture
from draht.common.refusal import Refused
from draht.media.actions import remove, take_in
from draht.media.models import Picture, Purpose
from draht.members.actions.joining import refresh_words
from draht.members.actions.limits import ABOUT, ADDRESS, HEADLINE, NAME, PLACE, WISH, WORD
from draht.members.actions.rows import distinct, line, needed, room_for_one, text, years
from draht.members.actions.stations import refresh_headline
from draht.members.card_values import web_address
from draht.members.models import (
    Audience,
    Education,
    Interest,
    Language,
    Level,
    Link,
    Profile,
    Section,
    SectionAudience,
    Skill,
)
from draht.members.queries import language_names
from draht.members.rules import audience_of
from draht.richtext import render

# --- texts ------------------------------------------------------------------------------------------------------------


@transaction.atomic
def describe(
    *,
    member: int,
    headline: str | None = None,
    place: str | None = None,
    about: str | None = None,
    looking_for: str | None = None,
    offering: str | None = None,
) -> None:
    """Say who one is. What is None stays as it is; an empty headline is made from the current station again."""
    changes: dict[str, object] = {}
    if place is not None:
        changes["place"] = line(place, PLACE, field="place")
    if about is not None:
        changes["about"] = text(about, ABOUT, field="about")
        changes["about_html"] = render(str(changes["about"])).html
    if looking_for is not None:
        changes["looking_for"] = text(looking_for, WISH, field="looking_for")
    if offering is not None:
        changes["offering"] = text(offering, WISH, field="offering")
    if changes:
        Profile.objects.filter(member=member).update(**changes)
    if headline is not None:
        _set_headline(member, line(headline, HEADLINE, field="headline"))


def _set_headline(member: int, headline: str) -> None:
    Profile.objects.filter(member=member).update(has_own_headline=bool(headline))
    if headline:
        describe_actor(actor=member, headline=headline)
    else:
        refresh_headline(member=member)


@transaction.atomic
def set_skills(*, member: int, names: Iterable[str]) -> None:
    """Say anew what one can do, in this order."""
    words = distinct(names, WORD, field="names")
    Skill.objects.filter(member=member).delete()
    Skill.objects.bulk_create(Skill(member_id=member, name=name, position=place) for place, name in enumerate(words))


@transaction.atomic
def set_interests(*, member: int, names: Iterable[str]) -> None:
    """Say anew what one likes, in this order."""
    words = distinct(names, WORD, field="names")
    Interest.objects.filter(member=member).delete()
    Interest.objects.bulk_create(
        Interest(member_id=member, name=name, position=place) for place, name in enumerate(words)
    )


# --- education --------------------------------------------------------------------------------------------------------


def _education(
    school: str, degree: str, field: str, from_year: int | None, to_year: int | None
) -> dict[str, str | int | None]:
    years(from_year, to_year)
    return {
        "school": needed(school, NAME, field="school"),
        "degree": line(degree, NAME, field="degree"),
        "field": line(field, NAME, field="field"),
        "from_year": from_year,
        "to_year": to_year,
    }


@transaction.atomic
def add_education(
    *,
    member: int,
    school: str,
    degree: str = "",
    field: str = "",
    from_year: int | None = None,
    to_year: int | None = None,
) -> Education:
    """Add a time of learning."""
    checked = _education(school, degree, field, from_year, to_year)
    room_for_one(Education.objects.filter(member=member))
    return Education.objects.create(member_id=member, **checked)


@transaction.atomic
def change_education(
    *,
    member: int,
    entry: int,
    school: str,
    degree: str = "",
    field: str = "",
    from_year: int | None = None,
    to_year: int | None = None,
) -> None:
    """Say otherwise about a time of learning."""
    checked = _education(school, degree, field, from_year, to_year)
    Education.objects.filter(member=member, id=entry).update(**checked)


def remove_education(*, member: int, entry: int) -> None:
    """Take a time of learning out."""
    Education.objects.filter(member=member, id=entry).delete()


# --- languages --------------------------------------------------------------------------------------------------------


def _language(member: int, entry: int | None, code: str, level: str) -> dict[str, str]:
    if code not in language_names("en"):
        raise Refused(_("Please choose a language."), field="code")
    if level and level not in Level.values:
        raise Refused(_("Please choose how well you speak it."), field="level")
    if Language.objects.filter(member=member, code=code).exclude(id=entry or 0).exists():
        raise Refused(_("You have named this language already."), field="code")
    return {"code": code, "level": level}


@transaction.atomic
def add_language(*, member: int, code: str, level: str = "") -> Language:
    """Say that one speaks a language (ISO 639 code), and how well (CEFR level or "native")."""
    checked = _language(member, None, code, level)
    room_for_one(Language.objects.filter(member=member))
    return Language.objects.create(member_id=member, **checked)


@transaction.atomic
def change_language(*, member: int, entry: int, code: str, level: str = "") -> None:
    """Say otherwise about a language."""
    Language.objects.filter(member=member, id=entry).update(**_language(member, entry, code, level))


def remove_language(*, member: int, entry: int) -> None:
    """Name a language no longer."""
    Language.objects.filter(member=member, id=entry).delete()


# --- links ------------------------------------------------------------------------------------------------------------


def _link(label: str, url: str) -> dict[str, str]:
    return {"label": needed(label, WORD, field="label"), "url": web_address(needed(url, ADDRESS, field="url"))}


@transaction.atomic
def add_link(*, member: int, label: str, url: str) -> Link:
    """Name another place of oneself on the web: http or https."""
    checked = _link(label, url)
    room_for_one(Link.objects.filter(member=member))
    place = Link.objects.filter(member=member).count()
    return Link.objects.create(member_id=member, position=place, **checked)


@transaction.atomic
def change_link(*, member: int, entry: int, label: str, url: str) -> None:
    """Say otherwise about a link."""
    Link.objects.filter(member=member, id=entry).update(**_link(label, url))


def remove_link(*, member: int, entry: int) -> None:
    """Name a link no longer."""
    Link.objects.filter(member=member, id=entry).delete()


# --- the portrait, and who sees what ----------------------------------------------------------------------------------


def set_portrait(*, member: int, upload: IO[Any]) -> None:
    """Take a new portrait in and delete the old one. Call it outside of a transaction. Raises Refused with the reason
    if it is no picture."""
    picture = take_in(owner=member, purpose=Purpose.PORTRAIT, upload=upload)
    _show_portrait(member, picture.key)


def remove_portrait(*, member: int) -> None:
    """Delete the portrait, its files included."""
    _show_portrait(member, "")


@transaction.atomic
def _show_portrait(member: int, key: str) -> None:
    Profile.objects.filter(member=member).update(portrait=key)
    _place_portrait(member)
    remove(pictures=Picture.objects.filter(owner=member, purpose=Purpose.PORTRAIT).exclude(key=key))


def _place_portrait(member: int) -> None:
    """A name is shown to everybody, so the portrait stands beside it only if everybody may see that, too."""
    key = Profile.objects.values_list("portrait", flat=True).get(member=member)
    show_picture(actor=member, key=key if audience_of(member, Section.PORTRAIT) == Audience.EVERYBODY else "")


@transaction.atomic
def set_visibility(*, member: int, section: Section, audience: Audience) -> None:
    """Choose who sees a section."""
    SectionAudience.objects.update_or_create(member_id=member, section=section, defaults={"audience": audience})
    if section == Section.PORTRAIT:
        _place_portrait(member)
    elif section == Section.STATIONS:
        refresh_words(member=member)
        refresh_headline(member=member)
