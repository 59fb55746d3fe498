"""The `draht` command itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import draht
from draht.config import command


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["draht", "settings-page"], ["draht", "settings_page"]),
        (["draht", "help", "settings-page"], ["draht", "help", "settings_page"]),
        (["draht", "signin-link", "anna-berg"], ["draht", "signin_link", "anna-berg"]),
        (["draht", "doctor", "--port"], ["draht", "doctor", "--port"]),
        (["draht"], ["draht"]),
    ],
)
def test_commands_of_two_words_are_typed_with_a_hyphen(typed: list[str], meant: list[str]) -> None:
    assert command._as_files(typed) == meant


def _said(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setattr(sys, "argv", ["draht", *words])
    command.main()
    return capsys.readouterr().out


@pytest.mark.parametrize("word", ["version", "--version"])
def test_it_tells_its_own_version(
    word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _said([word], monkeypatch, capsys) == f"{draht.__version__}\n"


@pytest.mark.parametrize("words", [[], ["help"], ["--help"]])
def test_it_lists_what_a_host_needs_and_nothing_else(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said(words, monkeypatch, capsys)
    assert "  signin-link    Print a link" in said
    assert "  migrate " in said
    assert "createsuperuser" not in said


def test_ctrl_c_ends_a_command_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_words: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_run", interrupt)
    with pytest.raises(SystemExit) as ended:
        command.main()
    assert ended.value.code == 130


def test_a_database_that_is_away_is_one_line(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "draht.config.command", "migrate"],
        env=os.environ | {"DRAHT_VAR": str(tmp_path), "DRAHT_DATABASE_URL": "postgres://draht@%2Fnowhere/draht"},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    assert answer.stderr.startswith("draht: The database does not do it: ")
    assert answer.stderr.endswith("What to do: draht doctor\n")
    assert "Traceback" not in answer.stderr
