from collections.abc import Callable

import pytest

from draht.config import declared


@pytest.fixture(autouse=True)
def _own_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(declared, "SETTINGS", [])


def test_it_takes_the_default_and_remembers_the_help() -> None:
    assert declared.number("DRAHT_TEST_NUMBER", 7, "How many.") == 7
    assert [declared.Setting("DRAHT_TEST_NUMBER", "number", "7", "How many.")] == declared.SETTINGS


@pytest.mark.parametrize(("reader", "value"), [("number", "many"), ("flag", "yes"), ("choice", "purple")])
def test_it_names_what_a_variable_cannot_mean(reader: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAHT_TEST", value)
    readers: dict[str, Callable[[], object]] = {
        "number": lambda: declared.number("DRAHT_TEST", 1, ""),
        "flag": lambda: declared.flag("DRAHT_TEST", False, ""),
        "choice": lambda: declared.choice("DRAHT_TEST", ("red", "green"), ""),
    }
    with pytest.raises(declared.BadSetting, match="DRAHT_TEST"):
        readers[reader]()


def test_it_reads_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAHT_TEST", "a.example, b.example,")
    assert declared.words("DRAHT_TEST", "", "") == ["a.example", "b.example"]
