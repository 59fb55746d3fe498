"""Every setting, declared once with type, default and help. docs/running/settings.md is made from this."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True)
class Setting:
    """One environment variable that a host can set."""

    name: str
    type: str
    default: str
    help: str


SETTINGS: list[Setting] = []


class BadSetting(Exception):
    """An environment variable holds what it cannot mean."""


def _declare(name: str, type: str, default: str, help: str) -> str:
    SETTINGS.append(Setting(name, type, default, help))
    return os.environ.get(name, default)


def text(name: str, default: str, help: str) -> str:
    """A setting that is any text."""
    return _declare(name, "text", default, help)


def choice(name: str, options: tuple[str, ...], help: str) -> str:
    """A setting that is one of `options`; the first is the default."""
    value = _declare(name, " | ".join(options), options[0], help)
    if value not in options:
        raise BadSetting(f"{name}={value!r}: must be one of {', '.join(options)}.")
    return value


def flag(name: str, default: bool, help: str) -> bool:
    """A setting that is yes or no, written 1 or 0."""
    value = _declare(name, "0 | 1", "1" if default else "0", help)
    if value not in ("0", "1"):
        raise BadSetting(f"{name}={value!r}: must be 0 or 1.")
    return value == "1"


def number(name: str, default: int, help: str) -> int:
    """A setting that is a whole number."""
    return _parse(int, "number", name, str(default), help)


def time_zone(name: str, default: str, help: str) -> str:
    """A setting that is a time zone of the IANA database, such as Europe/Berlin."""
    value = _declare(name, "time zone", default, help)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadSetting(f"{name}={value!r}: must be a time zone such as Europe/Berlin.") from None
    return value


def words(name: str, default: str, help: str) -> list[str]:
    """A setting that is a list of words with commas between them."""
    value = _declare(name, "list", default, help)
    return [word.strip() for word in value.split(",") if word.strip()]


def _parse(read: Callable[[str], int], type: str, name: str, default: str, help: str) -> int:
    value = _declare(name, type, default, help)
    try:
        return read(value)
    except ValueError:
        raise BadSetting(f"{name}={value!r}: must be a {type}.") from None


_PAGE = """# Settings

Every setting is an environment variable. All have a default that works on one machine; a value that cannot mean
anything stops Draht with one line that says so. `draht doctor` names settings that contradict each other.

This page is made from the code: `draht settings-page > docs/running/settings.md`.

| setting | type | default | meaning |
|---|---|---|---|
"""


def settings_page() -> str:
    """The page of the manual about settings, in Markdown."""
    return _PAGE + "".join(_line(setting) for setting in SETTINGS)


def _line(setting: Setting) -> str:
    cells = [f"`{setting.name}`", setting.type, f"`{setting.default}`" if setting.default else "", setting.help]
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"
