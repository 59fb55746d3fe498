"""Every test begins with nobody listening and an empty clock page, and leaves all as it was."""

from collections.abc import Iterator

import pytest

from draht.outbox import listeners, ticks
from draht.outbox.tests import happenings


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(listeners, "_paths", {})
    monkeypatch.setattr(listeners, "_kinds", {})
    monkeypatch.setattr(ticks, "_page", {})
    happenings.heard.clear()
    yield
    happenings.heard.clear()
