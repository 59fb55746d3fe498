"""The manual's page about settings is the one that the code makes."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

from draht.config import declared

PAGE = Path(__file__).parents[3] / "docs" / "running" / "settings.md"


def test_the_page_about_settings_is_current() -> None:
    made = StringIO()
    call_command("settings_page", stdout=made)
    assert PAGE.read_text() == made.getvalue(), "run: bin/draht settings-page > docs/running/settings.md"


def test_every_setting_says_what_it_means() -> None:
    assert declared.SETTINGS
    assert all(setting.help.endswith(".") for setting in declared.SETTINGS)
    names = [setting.name for setting in declared.SETTINGS]
    assert len(names) == len(set(names))
