"""Postal addresses in the form of their country.

Rules for the countries that a European trade writes to most; everywhere else the form that most of the world uses.
After the Universal Postal Union's country guides, as far as an envelope needs them.
"""

import re
from typing import NamedTuple

from babel import Locale
from django.conf import settings
from django.utils.translation import gettext as _
from phonenumbers import SUPPORTED_REGIONS

from draht.common.refusal import Refused


class _Form(NamedTuple):
    """How a country writes addresses. `postcode` is a pattern over the code in capitals without spaces."""

    lines: str = "{street}\n{postcode} {city}"
    postcode: str = ""
    example: str = ""
    # Where a space or hyphen stands in the code, counted from the left, or from the right if negative.
    split: int = 0
    glue: str = " "


_CITY_REGION = "{street}\n{city}, {region} {postcode}"
_CODE_LAST = "{street}\n{city}\n{postcode}"
_FORMS = {
    "AT": _Form(postcode=r"\d{4}", example="1010"),
    "AU": _Form("{street}\n{city} {region} {postcode}", r"\d{4}", "2000"),
    "BE": _Form(postcode=r"\d{4}", example="1000"),
    "CA": _Form("{street}\n{city} {region} {postcode}", r"[A-Z]\d[A-Z]\d[A-Z]\d", "K1A 0B1", 3),
    "CH": _Form(postcode=r"\d{4}", example="8001"),
    "CZ": _Form(postcode=r"\d{5}", example="110 00", split=3),
    "DE": _Form(postcode=r"\d{5}", example="57072"),
    "DK": _Form(postcode=r"\d{4}", example="1050"),
    "ES": _Form(postcode=r"\d{5}", example="28013"),
    "FI": _Form(postcode=r"\d{5}", example="00100"),
    "FR": _Form(postcode=r"\d{5}", example="75001"),
    "GB": _Form(_CODE_LAST, r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", "S1 2HE", -3),
    "HU": _Form("{city}\n{street}\n{postcode}", r"\d{4}", "1051"),
    "IE": _Form(_CODE_LAST),
    "IN": _Form("{street}\n{city} {postcode}", r"\d{6}", "110001"),
    "IT": _Form("{street}\n{postcode} {city} {region}", r"\d{5}", "00184"),
    "LI": _Form(postcode=r"\d{4}", example="9490"),
    "LU": _Form(postcode=r"\d{4}", example="1122"),
    "NL": _Form(postcode=r"\d{4}[A-Z]{2}", example="1012 JS", split=4),
    "NO": _Form(postcode=r"\d{4}", example="0150"),
    "PL": _Form(postcode=r"\d{5}", example="00-950", split=2, glue="-"),
    "PT": _Form(postcode=r"\d{7}", example="1000-205", split=4, glue="-"),
    "SE": _Form(postcode=r"\d{5}", example="111 29", split=3),
    "SK": _Form(postcode=r"\d{5}", example="811 01", split=3),
    "TR": _Form("{street}\n{postcode} {city} {region}", r"\d{5}", "34110"),
    "US": _Form(_CITY_REGION, r"\d{5}(\d{4})?", "62701", 5, "-"),
}
_ANYWHERE = _Form("{street}\n{city} {region} {postcode}")
PARTS = ("street", "postcode", "city", "region", "country")


def country_names(language: str) -> dict[str, str]:
    """The countries by code, in a language."""
    names = Locale.parse(language, sep="-").territories
    return {code: names.get(code, code) for code in SUPPORTED_REGIONS}


def _tidy_postcode(country: str, typed: str) -> str:
    form = _FORMS.get(country, _ANYWHERE)
    if not form.postcode:
        return typed.upper()
    # A code may be typed with the country in front ("D-57072") and with any spaces.
    code = re.sub(rf"^(?:{country}|{country[0]})-", "", typed.upper())
    code = re.sub(r"[\s-]", "", code)
    if not re.fullmatch(form.postcode, code):
        message = _("This is not a postcode of that country, such as %(example)s.") % {"example": form.example}
        raise Refused(message, field="postcode")
    place = form.split % len(code) if form.split else 0
    return f"{code[:place]}{form.glue}{code[place:]}" if place and code[place:] else code


def tidy_address(parts: dict[str, str]) -> dict[str, str]:
    """The parts of an address in their normal form. Raises Refused, with the field, for what cannot be one."""
    found = {name: parts.get(name, "").strip() for name in PARTS}
    found["country"] = found["country"].upper() or settings.DRAHT_REGION
    if found["country"] not in SUPPORTED_REGIONS:
        raise Refused(_("Please choose a country."), field="country")
    if not found["city"]:
        raise Refused(_("An address needs a town."), field="city")
    if found["postcode"]:
        found["postcode"] = _tidy_postcode(found["country"], found["postcode"])
    return found


def in_one_line(parts: dict[str, str]) -> str:
    """An address as one line with the country's code: its value for comparing."""
    shown = _lines(parts)
    return ", ".join([*shown, parts["country"]])


def shown_address(parts: dict[str, str], language: str) -> str:
    """An address in the lines and the order of its country; abroad with the country's name."""
    shown = _lines(parts)
    if parts["country"] != settings.DRAHT_REGION:
        shown.append(country_names(language)[parts["country"]])
    return "\n".join(shown)


def _lines(parts: dict[str, str]) -> list[str]:
    form = _FORMS.get(parts["country"], _ANYWHERE)
    lines = (line.format(**parts) for line in form.lines.split("\n"))
    tidy = (re.sub(r"\s+", " ", line).strip(" ,") for line in lines)
    return [re.sub(r" ,", ",", line) for line in tidy if line]
