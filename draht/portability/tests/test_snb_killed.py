"""An import that is killed at any moment and started again ends as if nothing had been."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from shutil import copyfile

import pytest

PERSONS, POSTS, COMMENTS, LIKES = 40, 4_000, 2_000, 1_000
_TABLES = {
    "posts_post": ("text", "html", "likes", "comments"),
    "posts_comment": ("text", "likes"),
    "actors_actor": ("kind", "handle", "name", "hue"),
    "ties_tie": ("kind", "since"),
    "portability_imported": ("network", "kind", '"foreign"'),
}


def _write_network(folder: Path) -> None:
    folder.mkdir()

    def put(name: str, rows: list[str]) -> None:
        (folder / f"{name}_0_0.csv").write_text("\n".join(["header", *rows]) + "\n")

    def when(number: int) -> str:
        return str(1_300_000_000_000 + number * 1000)

    put("person", [f"{n}|Anna|Berg|female||{when(0)}|ip|browser|" for n in range(PERSONS)])
    put("person_knows_person", [f"{n}|{n + 1}|{when(1)}" for n in range(PERSONS - 1)])
    put("post", [f"{n}||{when(n)}|ip|browser||Post {n} #wire|0|{n % PERSONS}|1|1" for n in range(POSTS)])
    put("comment", [f"{n}|{when(n)}|ip|browser|Comment {n}|0|{n % PERSONS}|1|{n % 99}|" for n in range(COMMENTS)])
    put("person_likes_post", [f"{n % PERSONS}|{n}|{when(n + 5)}" for n in range(LIKES)])


def _command(var: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    environment = {key: value for key, value in os.environ.items() if key != "DRAHT_DATABASE_URL"}
    environment |= {"DRAHT_VAR": str(var), "DJANGO_SETTINGS_MODULE": "draht.config.settings"}
    command = [sys.executable, "-m", "draht.config.command", *arguments]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)


def _count(var: Path, kind: str) -> int:
    with sqlite3.connect(f"file:{var / 'draht.sqlite3'}?mode=ro", uri=True, timeout=10) as database:
        found: int = database.execute("SELECT COUNT(*) FROM portability_imported WHERE kind = ?", [kind]).fetchone()[0]
    return found


def _contents(var: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(var / "draht.sqlite3") as database:
        return {
            table: sorted(database.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall())  # noqa: S608
            for table, columns in _TABLES.items()
        }


def _run(var: Path, *arguments: str) -> None:
    assert _command(var, *arguments).wait(300) == 0


@pytest.mark.slow
@pytest.mark.sqlite
def test_killed_twice_it_loads_everything_once(tmp_path: Path, migrated: Path) -> None:
    network, broken, whole = tmp_path / "network", tmp_path / "broken", tmp_path / "whole"
    _write_network(network)
    for var in (broken, whole):
        var.mkdir()
        copyfile(migrated, var / "draht.sqlite3")
    for kind, total in (("post", POSTS), ("comment", COMMENTS)):
        run = _command(broken, "import", "snb", str(network))
        while run.poll() is None and _count(broken, kind) < total // 4:
            time.sleep(0.01)
        run.send_signal(signal.SIGKILL)
        run.wait(10)
        assert total // 4 <= _count(broken, kind) < total
    _run(broken, "import", "snb", str(network))
    _run(whole, "import", "snb", str(network))
    assert _count(broken, "post") == POSTS
    assert _contents(broken) == _contents(whole)
