"""The manual names only what is there: commands, settings, files."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from draht.config.declared import SETTINGS

ROOT = Path(__file__).parents[3]
PAGES = [*sorted((ROOT / "docs" / "running").glob("*.md")), ROOT / "SECURITY.md"]
_COMMAND = re.compile(r"(?:^|`|/)(?:bin/)?draht ([a-z][a-z-]+)", re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?://)([^)#]+)\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_only_what_is_there(page: Path) -> None:
    text = page.read_text()
    commands = {name.replace("-", "_") for name in _COMMAND.findall(text)}
    assert commands - set(get_commands()) - {"help"} == set()
    settings = set(re.findall(r"\bDRAHT_[A-Z_]+[A-Z]\b", text))
    assert settings - {setting.name for setting in SETTINGS} == set()
    assert [link for link in _LINK.findall(text) if not (page.parent / link).exists()] == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "running" / "README.md").read_text()
    assert [page.name for page in PAGES[:-1] if page.name != "README.md" and f"({page.name})" not in index] == []


def test_the_settings_of_the_example_are_settings() -> None:
    names = re.findall(r"^#?(DRAHT_\w+)=", (ROOT / "deploy" / "draht.env").read_text(), re.MULTILINE)
    assert names
    assert set(names) <= {setting.name for setting in SETTINGS}


@pytest.mark.parametrize("unit", sorted((ROOT / "deploy" / "systemd").glob("*.service")), ids=lambda unit: unit.name)
def test_services_start_commands_that_are_there(unit: Path) -> None:
    started = re.findall(r"/opt/draht/bin/draht ([a-z-]+)", unit.read_text())
    assert started
    assert set(started) <= set(get_commands())
