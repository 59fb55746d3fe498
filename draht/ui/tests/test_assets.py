"""Built files are found, whole and made of what is there."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from pytest_django import Settings

from draht.ui import nav
from draht.ui.assets import BUILT, STATIC, script
from draht.ui.icons import ICONS, SVG, icon, sprite

TEMPLATES = Path(__file__).parents[1] / "templates"


def test_the_sprite_holds_each_icon() -> None:
    drawing = ET.fromstring(sprite())  # noqa: S314 - our own
    symbols = {symbol.get("id"): symbol for symbol in drawing.iter(f"{{{SVG}}}symbol")}
    assert set(symbols) == set(ICONS)
    assert all(len(symbol) for symbol in symbols.values())


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    named = {place.icon for place in (*nav.MAIN, *nav.OWN, *nav.HOST, *nav.FOOT)}
    for page in TEMPLATES.glob("**/*.html"):
        named |= set(re.findall(r"\bicon\(\"([a-z0-9-]+)\"\)", page.read_text()))
    assert "heart" in named
    assert named <= set(ICONS)


def test_an_icon_is_decoration_from_the_sprite() -> None:
    assert icon("heart") == '<svg class="icon" aria-hidden="true"><use href="/static/ui/sprite.svg#heart"/></svg>'
    with pytest.raises(LookupError, match="unicorn"):
        icon("unicorn")


@pytest.mark.parametrize("name", BUILT)
def test_built_files_are_found(name: str) -> None:
    place = finders.find(name)
    assert place
    assert Path(place).read_bytes() == BUILT[name]()


def test_collectstatic_takes_built_files_and_hashes_them(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = (tmp_path / "static/staticfiles.json").read_text()
    for name in BUILT:
        assert f'"{name}"' in manifest


def test_the_script_is_one_module_without_imports() -> None:
    text = script().decode()
    for module in STATIC.glob("js/*.js"):
        if module.name != "theme.js":
            assert module.read_text() in text
    assert not re.search(r"^\s*(import|export)\b", text, flags=re.MULTILINE)
    assert not re.search(r"\beval\(|new Function|\.style\.", text)


def test_there_are_at_most_a_dozen_modules() -> None:
    assert len(list(STATIC.glob("js/*.js"))) <= 12
