"""What the fields of a business card hold: typed in any way, kept in one normal form, shown in the local form."""

import datetime as dt
import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

import phonenumbers
from babel import dates
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from draht.common import clock
from draht.common.refusal import Refused
from draht.members.addresses import in_one_line, shown_address, tidy_address
from draht.members.models import CardKind
from draht.richtext import clean_line
from draht.richtext.inline import shown_address as shown_link

LONGEST = 400
_OLDEST = 1900
_LEAP_YEAR = 2000
Parts = dict[str, str]


class Value(NamedTuple):
    """The normal form of a field: `value`, and `parts` for what a single text cannot hold."""

    value: str
    parts: Parts


class Shown(NamedTuple):
    """How a field looks, and where it leads: tel:, mailto:, https:, or nowhere."""

    text: str
    href: str


# --- phones -----------------------------------------------------------------------------------------------------------


def _phone(typed: str) -> str:
    """A phone number as in RFC 3966 without its scheme: E.164, and an extension if there is one."""
    try:
        number = phonenumbers.parse(typed, settings.DRAHT_REGION)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        raise Refused(_("This is not a complete phone number. Abroad with the country code: +43 1 …"), field="value")
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"{e164};ext={number.extension}" if number.extension else e164


def _shown_phone(value: str) -> Shown:
    number = phonenumbers.parse(value)
    at_home = number.country_code == phonenumbers.country_code_for_region(settings.DRAHT_REGION)
    form = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return Shown(phonenumbers.format_number(number, form), f"tel:{value}")


# --- mail and web -----------------------------------------------------------------------------------------------------


def _mail(typed: str) -> str:
    name, _at, host = typed.rpartition("@")
    try:
        EmailValidator()(typed)
    except ValidationError:
        raise Refused(_("This is not a mail address."), field="value") from None
    return f"{name}@{host.lower()}"


def web_address(typed: str) -> str:
    """A web address with its scheme, the host in ASCII. Raises Refused for anything but http and https."""
    address = typed if re.match(r"[a-z][a-z0-9+.-]*:", typed, re.IGNORECASE) else f"https://{typed}"
    try:
        URLValidator(schemes=["http", "https"])(address)
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except (ValidationError, ValueError):
        raise Refused(_("This is not a web address, such as https://example.org."), field="url") from None
    if parts.username or parts.password or len(address) > LONGEST:
        raise Refused(_("This is not a web address, such as https://example.org."), field="url")
    return urlunsplit((parts.scheme.lower(), host + port, parts.path, parts.query, parts.fragment))


def shown_web_address(value: str) -> str:
    """A web address as people read it: without the scheme, and in ASCII if its host only looks like another."""
    parts = urlsplit(value)
    try:
        readable = value.replace(parts.netloc, parts.netloc.encode().decode("idna"), 1)
    except UnicodeError:
        readable = value
    return shown_link(readable, value)


# --- messengers -------------------------------------------------------------------------------------------------------


class _Messenger(NamedTuple):
    """A service: its name, what a name there looks like (empty: a phone number), and the address of a person there."""

    name: str
    pattern: str
    address: str = ""


MESSENGERS = {
    "signal": _Messenger("Signal", r"", "https://signal.me/#p/{}"),
    "threema": _Messenger("Threema", r"[A-Z0-9*][A-Z0-9]{7}", "https://threema.id/{}"),
    "whatsapp": _Messenger("WhatsApp", r"", "https://wa.me/{}"),
    "telegram": _Messenger("Telegram", r"[A-Za-z]\w{3,31}", "https://t.me/{}"),
    "matrix": _Messenger("Matrix", r"@[a-z0-9._=/+-]+:[A-Za-z0-9.-]+(:\d+)?", "https://matrix.to/#/{}"),
    "xmpp": _Messenger("XMPP", r"[^\s@/]+@[A-Za-z0-9.-]+"),
    "teams": _Messenger("Teams", r"[^\s@/]+@[A-Za-z0-9.-]+"),
}


def _messenger(typed: str, parts: Parts) -> Value:
    service = parts.get("service", "")
    if service not in MESSENGERS:
        raise Refused(_("Please choose a messenger."), field="service")
    messenger = MESSENGERS[service]
    if not messenger.pattern:
        return Value(_phone(typed), {"service": service})
    name = typed.upper() if service == "threema" else typed.removeprefix("@") if service == "telegram" else typed
    if not re.fullmatch(messenger.pattern, name, re.ASCII):
        raise Refused(_("%(service)s has no such names.") % {"service": messenger.name}, field="value")
    return Value(name, {"service": service})


def _shown_messenger(value: str, parts: Parts) -> Shown:
    messenger = MESSENGERS[parts["service"]]
    text = value if messenger.pattern else _shown_phone(value).text
    target = value.removeprefix("+") if parts["service"] == "whatsapp" else quote(value, safe="+@:")
    return Shown(f"{messenger.name}: {text}", messenger.address.format(target))


# --- birthdays --------------------------------------------------------------------------------------------------------


def birthday(day: int, month: int, year: int | None) -> str:
    """The normal form of a birthday: 1983-05-19, or --05-19 without the year. Raises Refused for no such day."""
    try:
        date = dt.date(year or _LEAP_YEAR, month, day)
    except ValueError:
        raise Refused(_("There is no such day."), field="day") from None
    if year and not (year >= _OLDEST and date <= clock.now().date()):
        raise Refused(_("This year cannot be right."), field="year")
    return date.isoformat() if year else f"--{date:%m-%d}"


def _birthday(typed: str) -> str:
    match = re.fullmatch(r"(?:(\d{4})|-)-(\d{2})-(\d{2})", typed)
    if not match:
        raise Refused(_("There is no such day."), field="day")
    return birthday(int(match[3]), int(match[2]), int(match[1]) if match[1] else None)


def _shown_birthday(value: str, language: str) -> str:
    locale = {"en": "en_GB"}.get(language, language.replace("-", "_"))
    if value.startswith("--"):
        day = dt.date.fromisoformat(f"{_LEAP_YEAR}-{value[2:]}")
        return str(dates.format_skeleton("MMMMd", day, locale=locale))
    return str(dates.format_date(dt.date.fromisoformat(value), "long", locale))


# --- all kinds --------------------------------------------------------------------------------------------------------

PHONES = (CardKind.PHONE, CardKind.MOBILE, CardKind.FAX)
KIND_ICONS = {
    CardKind.MAIL: "mail",
    CardKind.PHONE: "phone",
    CardKind.MOBILE: "smartphone",
    CardKind.FAX: "file-text",
    CardKind.ADDRESS: "map-pin",
    CardKind.MESSENGER: "message-circle",
    CardKind.WEB: "globe",
    CardKind.BIRTHDAY: "cake",
    CardKind.OTHER: "info",
}
CARD_EMPTY = gettext_lazy("Please fill this in.")


def normal(kind: CardKind, typed: str, parts: Parts) -> Value:
    """The normal form of what was typed into a field. Raises Refused, with the form's field, for what it cannot be."""
    parts = {name: clean_line(part) for name, part in parts.items()}
    if kind == CardKind.ADDRESS:
        address = tidy_address(parts)
        return Value(in_one_line(address)[:LONGEST], address)
    typed = clean_line(typed)
    if not typed or len(typed) > LONGEST:
        raise Refused(str(CARD_EMPTY) if not typed else _("This is too long."), field="value")
    if kind == CardKind.MESSENGER:
        return _messenger(typed, parts)
    return Value(_single(kind, typed), {})


def _single(kind: CardKind, typed: str) -> str:
    if kind in PHONES:
        return _phone(typed)
    if kind == CardKind.MAIL:
        return _mail(typed)
    if kind == CardKind.BIRTHDAY:
        return _birthday(typed)
    if kind == CardKind.WEB:
        try:
            return web_address(typed)
        except Refused as refused:
            raise Refused(refused.message, field="value") from None
    return typed


def shown(kind: CardKind, value: str, parts: Parts, language: str) -> Shown:
    """How a field looks to somebody who reads `language`."""
    if kind in PHONES:
        return _shown_phone(value)
    if kind == CardKind.MAIL:
        return Shown(value, f"mailto:{quote(value, safe='@+')}")
    if kind == CardKind.WEB:
        return Shown(shown_web_address(value), value)
    if kind == CardKind.ADDRESS:
        return Shown(shown_address(parts, language), "")
    if kind == CardKind.MESSENGER:
        return _shown_messenger(value, parts)
    if kind == CardKind.BIRTHDAY:
        return Shown(_shown_birthday(value, language), "")
    return Shown(value, "")
