"""The goals of the demo trade and what serves them."""

import tomllib
from pathlib import Path

import pytest
from django.utils import timezone

from draht.demo.build import build
from draht.demo.goals import AIMS
from draht.demo.reading import load
from draht.demo.tests.small import small_trade
from draht.demo.trade import LANGUAGES, Language
from draht.goals.models import GiveawayServing, Goal, Serving

_GIVEAWAYS = Path(__file__).parents[1] / "trade" / "giveaways.toml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_each_goal_find_one_thing_that_its_firm_said(language: Language) -> None:
    given = tomllib.loads(_GIVEAWAYS.read_text(encoding="utf-8")).values()
    said = [(thread.speaks_for, thread.text[language]) for thread in load().threads]
    said += [(facts["firm"], facts[language]["title"]) for facts in given]
    for aim in AIMS:
        for words in aim.serving:
            found = [text for firm, text in said if firm == aim.firm and words[language] in text]
            assert len(found) == 1, words


# On PostgreSQL the walk builds it.
@pytest.mark.django_db
@pytest.mark.sqlite
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_serves_a_goal_speaks_of_it(language: Language, settings: pytest.FixtureRequest, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    build(trade=small_trade(), language=language, now=timezone.now(), is_quiet=True)
    words = {"de": "Alle wissen, dass wir ausbilden", "en": "All know that we train"}[language]
    serving = Serving.objects.filter(goal__words=words).order_by("post").values_list("post__excerpt", flat=True)
    begin = {"de": ("Zum August sind", "Offene Lehrwerkstatt"), "en": ("In August we have", "Open training shop")}
    assert [excerpt.startswith(start) for excerpt, start in zip(serving, begin[language], strict=True)] == [True, True]
    assert GiveawayServing.objects.count() == 1
    assert max(goal.targets.count() for goal in Goal.objects.all()) == 3
    assert all(goal.targets.exists() for goal in Goal.objects.all())
