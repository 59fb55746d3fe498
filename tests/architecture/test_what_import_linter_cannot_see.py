"""Rules of the house that are about words in files, not about imports."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from draht.ui import nav

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "draht"
FLOORS = [
    ["config"],
    ["bench", "demo"],
    ["pages"],
    ["federation", "client_api", "dav", "portability"],
    ["notifications"],
    ["feed", "search", "suggestions", "insights", "newsroom"],
    ["moderation"],
    ["jobs", "giveaways", "goals", "enquiries", "conduct", "messages", "events"],
    ["companies", "groups"],
    ["posts", "contacts"],
    ["hints"],
    ["members"],
    ["ties"],
    ["actors"],
    ["accounts"],
    ["ui"],
    ["media", "richtext", "outbox", "graph", "outbound"],
    ["common"],
]
FLOOR = {room: -height for height, rooms in enumerate(FLOORS) for room in rooms}


def _code() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_text()


def _inside(path: Path) -> tuple[str, ...]:
    return path.relative_to(PACKAGE).parts


def test_it_reacts_to_events_and_not_to_model_signals() -> None:
    offenders = [
        str(path)
        for path, text in _code()
        if re.search(r"django\.db\.models(\.| import )signals|post_save|pre_save", text)
        # The tests need one to see a flush.
        and _inside(path)[0] not in {"config", "conftest.py"}
    ]
    assert offenders == []


def test_it_asks_for_models_by_name_only_in_migrations() -> None:
    offenders = [str(path) for path, text in _code() if "get_model(" in text and "migrations" not in _inside(path)]
    assert offenders == []


# Doors must go through queries and actions; the rest of a room reads and writes its tables.
def test_it_keeps_tables_out_of_views_and_forms() -> None:
    offenders = [
        str(path)
        for path, text in _code()
        if _inside(path)[-1].startswith(("views", "forms", "urls")) and re.search(r"\.objects\b", text)
    ]
    assert offenders == []


def test_it_includes_templates_of_its_own_or_lower_floors_only() -> None:
    naming = re.compile(r"""{%-?\s*(?:extends|include|import|from)\s+["'](\w+)/""")
    offenders = [
        f"{path} uses {other}/"
        for path in sorted(PACKAGE.glob("*/templates/**/*.*"))
        for other in naming.findall(path.read_text())
        # `ui` is the frame of every page, also of the ground floor's own.
        if other in FLOOR and other not in (_inside(path)[0], "ui") and FLOOR[other] >= FLOOR[_inside(path)[0]]
    ]
    assert offenders == []


def test_it_lets_migrations_import_no_app_code_but_ids() -> None:
    allowed = {"draht.common.ids", "draht.common.clock", "draht.common"}
    offenders = []
    for path, text in _code():
        if "migrations" in _inside(path):
            names = [
                name
                for node in ast.walk(ast.parse(text))
                for name in (
                    [alias.name for alias in node.names]
                    if isinstance(node, ast.Import)
                    else [node.module or ""]
                    if isinstance(node, ast.ImportFrom)
                    else []
                )
            ]
            # Functions that are a field's default are part of its definition.
            offenders += [
                f"{path}: {n}" for n in names if n.startswith("draht") and n not in allowed and "keys" not in n
            ]
    assert offenders == []


def test_it_finds_every_path_that_the_architecture_page_names() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text()
    paths = re.findall(r"`((?:draht|tests|bin|docs|requirements|deploy|\.ci)/[^`*<…]*)`", text)
    missing = [path for path in paths if not (ROOT / path.rstrip("/")).exists()]
    assert paths
    assert missing == []


def test_it_has_the_same_floors_here_as_in_the_import_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text().split("layers = [", 1)[1].split("]", 1)[0]
    named = [re.findall(r"\w+", line) for line in contract.splitlines() if line.strip()]
    assert named == FLOORS


@pytest.mark.parametrize("room", [path.parent.name for path in sorted(PACKAGE.glob("*/__init__.py"))])
def test_it_says_in_words_what_a_room_is_for(room: str) -> None:
    assert ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text()))


@pytest.mark.parametrize("place", [*nav.MAIN, *nav.OWN, *nav.HOST, *nav.FOOT], ids=lambda place: place.route)
def test_it_leads_to_every_place_of_its_menus(place: nav.Place) -> None:
    named = {"handle": "ada-lindner"} if place.route == "members:profile" else {}
    assert nav.routed(place.route, **named).startswith("/")


# Each room brings the pages of its own kind of actor; until then its name leads nowhere.
@pytest.mark.parametrize("kind", sorted(nav.ACTOR_ROUTES))
def test_it_leads_to_the_page_of_every_kind_of_actor_that_has_a_room(kind: str) -> None:
    room = nav.ACTOR_ROUTES[kind].split(":")[0]
    assert bool(nav.routed(nav.ACTOR_ROUTES[kind], handle="x")) == (PACKAGE / room).exists()


@pytest.mark.parametrize("record", sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_it_lists_every_decision_under_its_own_number(record: Path) -> None:
    number = record.name[:4]
    assert record.read_text().startswith(f"# {int(number)}. ")
    assert [path.name for path in record.parent.glob(f"{number}-*")] == [record.name]
    assert f"]({record.name})" in (record.parent / "README.md").read_text()


def test_it_names_no_place_of_a_machine() -> None:
    text_files = {".py", ".md", ".toml", ".html", ".css", ".js", ".txt", ".po", ".sh", ".service", ""}
    offenders = [
        str(path)
        for top in ("draht", "tests", "docs", "bin", "deploy", ".ci")
        for path in sorted((ROOT / top).rglob("*"))
        if path.is_file()
        and path.suffix in text_files
        and re.search(r"/(work|root)/[a-z]", path.read_text("utf-8", "ignore"))
        if path != Path(__file__).resolve()
    ]
    assert offenders == []
