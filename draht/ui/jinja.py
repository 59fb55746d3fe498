"""The template language of our pages: what every template may call, cheap enough for twenty posts a page."""

import datetime as dt
import functools
from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

import jinja2
from babel import dates, numbers
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from markupsafe import Markup

from draht.ui import nav
from draht.ui.icons import icon
from draht.ui.words import say, say_as, say_number

# English here is the English of Europe: the day before the month, 24 hours.
LOCALES = {"en": "en_GB"}
TIME = Markup('<time datetime="%s">%s</time>')
# No address holds these numbers by itself, so they mark where the real ones go.
FIRST_MARK = 8_000_000_000_000_000_001


def language() -> str:
    """The language of the page, as in `lang`."""
    return translation.get_language() or settings.LANGUAGE_CODE


@functools.lru_cache(maxsize=1024)
def _address_parts(urlconf: str, name: str, arguments: tuple[str, ...]) -> str:
    marks = {argument: FIRST_MARK + index for index, argument in enumerate(arguments)}
    address = reverse(name, urlconf=urlconf, kwargs=marks).replace("{", "{{").replace("}", "}}")
    for argument, mark in marks.items():
        address = address.replace(str(mark), f"{{{argument}}}")
    return address


@functools.lru_cache(maxsize=8192)
def _address(urlconf: str, name: str, arguments: tuple[tuple[str, Any], ...]) -> str:
    return reverse(name, urlconf=urlconf, kwargs=dict(arguments))


def url(name: str, **arguments: Any) -> str:
    """The address of this name. With numbers only it is filled in from a remembered pattern, fifty times faster."""
    if arguments and all(type(value) is int for value in arguments.values()):
        return _address_parts(settings.ROOT_URLCONF, name, tuple(arguments)).format(**arguments)
    return _address(settings.ROOT_URLCONF, name, tuple(arguments.items()))


def picture_url(key: str, size: int) -> str:
    """The address of an uploaded picture, square, as WebP. Sizes: 48, 96, 192."""
    return f"/media/{key}/{size}.webp"


def _locale() -> str:
    code = language()
    return LOCALES.get(code, code.replace("-", "_"))


@functools.lru_cache(maxsize=4096)
def _day(locale: str, value: dt.date) -> Markup:
    return TIME % (value.isoformat(), dates.format_date(value, "long", locale))


@functools.lru_cache(maxsize=8192)
def _moment(locale: str, value: dt.datetime) -> Markup:
    local = timezone.localtime(value)
    date = dates.format_skeleton("yMMMd", local, locale=locale)
    clock = dates.format_time(local.time(), "short", locale=locale)
    return TIME % (local.isoformat(timespec="seconds"), f"{date}, {clock}")


def day(value: dt.date | dt.datetime) -> Markup:
    """A day as <time>: 23. November 2026."""
    return _day(_locale(), timezone.localtime(value).date() if isinstance(value, dt.datetime) else value)


@functools.lru_cache(maxsize=512)
def _month(locale: str, value: dt.date) -> str:
    return dates.format_skeleton("yMMMM", value, locale=locale)


def month(value: dt.date) -> str:
    """A month: November 2026."""
    return _month(_locale(), value)


@functools.lru_cache(maxsize=512)
def _weekday(locale: str, value: dt.date) -> str:
    return dates.format_date(value, "EEEEEE", locale)


def weekday(value: dt.date) -> str:
    """The day of the week, short: Mo."""
    return _weekday(_locale(), value)


@functools.lru_cache(maxsize=2048)
def _time_of_day(locale: str, value: dt.time) -> str:
    return dates.format_time(value, "short", locale=locale)


def time_of_day(value: dt.datetime) -> str:
    """The time of day in the site's time zone: 14:05."""
    return _time_of_day(_locale(), timezone.localtime(value).time().replace(second=0, microsecond=0))


def moment(value: dt.datetime) -> Markup:
    """A day and time of day in the site's time zone as <time>: 23. Nov. 2026, 14:05. The same for every viewer."""
    return _moment(_locale(), value)


@functools.lru_cache(maxsize=4096)
def _number(locale: str, value: float) -> str:
    return numbers.format_decimal(value, locale=locale)


def number(value: float) -> str:
    """A number with the separators of the page's language."""
    return _number(_locale(), value)


def initials(name: str) -> str:
    """At most two letters that stand for a name."""
    words = [word for word in name.split() if word[0].isalnum()] or [name or "?"]
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def hue_step(hue: int) -> int:
    """The hue, 0 to 359, as one of the 24 that the style sheet holds: a style attribute is not allowed."""
    return hue % 360 // 15


def _ascii(markup: Markup) -> Markup:
    """The same markup with references for letters beyond ASCII.

    One such letter makes Python keep a whole page in two bytes per character, and encode it letter by letter.
    """
    return Markup(markup.encode("ascii", "xmlcharrefreplace").decode("ascii"))  # noqa: S704 - it was markup before


class Remembered:
    """A macro with its last results at hand: they depend only on its arguments and the language."""

    def __init__(self, macro: Callable[..., Markup], results: int = 4096) -> None:
        """Remember up to `results` of them."""

        @functools.lru_cache(maxsize=results)
        def by_language(
            _language: str, _urlconf: str, arguments: tuple[Any, ...], options: tuple[tuple[str, Any], ...]
        ) -> Markup:
            return _ascii(macro(*arguments, **dict(options)))

        self._by_language = by_language

    def __call__(self, *arguments: Any, **options: Any) -> Markup:
        """The markup for these arguments."""
        return self._by_language(language(), settings.ROOT_URLCONF, arguments, tuple(options.items()))

    def each(self, things: Iterable[Any]) -> Markup:
        """The markup of all these things, one after the other: far cheaper than a loop in a template."""
        spoken, urlconf, remember = language(), settings.ROOT_URLCONF, self._by_language
        return Markup("").join([remember(spoken, urlconf, (thing,), ()) for thing in things])


def _is_markup(template: str | None) -> bool:
    """Whether text put into this template must be escaped: all but plain text, such as mail."""
    return template is None or not template.endswith(".txt")


class Environment(jinja2.Environment):
    """Jinja's environment, with globals that are looked up at once.

    Jinja chains the template's own globals before the environment's and compares the two with each import; our
    templates have none of their own.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One plain dict."""
        return {**self.globals, **(d or {})}


def environment(**options: Any) -> jinja2.Environment:
    """What Django's Jinja2 backend calls once per process."""
    options |= {
        "autoescape": _is_markup,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "undefined": jinja2.StrictUndefined,
        "extensions": ["jinja2.ext.do"],
    }
    env = Environment(**options)
    env.globals |= {
        "_": say,
        "pgettext": say_as,
        "ngettext": say_number,
        "static": functools.cache(static),
        "url": url,
        "icon": icon,
        "language": language,
        "languages": settings.LANGUAGES,
        "network_name": settings.DRAHT_NAME,
        "picture_url": picture_url,
        "initials": initials,
        "hue_step": hue_step,
        "remembered": Remembered,
        "nav": nav,
    }
    env.filters |= {
        "day": day,
        "moment": moment,
        "month": month,
        "number": number,
        "time_of_day": time_of_day,
        "weekday": weekday,
    }
    return env
