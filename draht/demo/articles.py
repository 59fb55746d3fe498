"""One company writes an article with a chart, and has planned a post."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from draht.actors.models import EVERYBODY
from draht.demo.charts import bars
from draht.demo.reading import DATA
from draht.demo.rhythm import ZONE
from draht.demo.stage import Stage, Step
from draht.newsroom.actions import Content, publish_draft, write_draft
from draht.newsroom.models import DraftVersion
from draht.newsroom.rules import is_own
from draht.posts.actions import keep_picture
from draht.posts.queries import draft_pictures

_PLANNED = 1


class Articles:
    """Where the company has a page, and whoever writes is in its team."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        with (DATA / "articles.toml").open("rb") as file:
            self._facts = tomllib.load(file)

    def steps(self) -> Iterator[Step]:
        """Each at its time."""
        calendar, dies = self._stage.calendar, self._facts["dies"]
        day, clock = dies["at"].split()
        yield self._stage.step(calendar.moment(int(day), clock), self._article, dies)
        yield self._stage.step(calendar.moment(_PLANNED, "10:40"), self._plan, self._facts["planned"])

    def _speaker(self, facts: dict[str, Any]) -> tuple[int, int] | None:
        """The company and who writes for it."""
        company, member = self._stage.companies.get(facts["firm"]), self._stage.members.get(facts["by"])
        if company is None or member is None or not is_own(member.actor_id, company):
            return None
        return company, member.actor_id

    def _article(self, facts: dict[str, Any]) -> None:
        if speaker := self._speaker(facts):
            company, by = speaker
            words, labels = facts[self._stage.language], facts[f"labels_{self._stage.language}"]
            picture = keep_picture(author=by, upload=bars(labels, facts["values"]))
            pictures = [line._replace(alt=words["alt"]) for line in draft_pictures(by, [picture])]
            content = Content(
                text=words["text"],
                audience=EVERYBODY,
                title=words["title"],
                body=words["body"],
                pictures=pictures,
                captions={picture: words["caption"]},
            )
            self._publish(company, by, content, is_article=True)

    def _plan(self, facts: dict[str, Any]) -> None:
        if speaker := self._speaker(facts):
            day = self._stage.calendar.day(-facts["days_ahead"])
            at = datetime.combine(day, time(9), ZONE)
            content = Content(text=facts[self._stage.language], audience=EVERYBODY, planned=at)
            self._publish(*speaker, content, at=at)

    def _publish(
        self, company: int, by: int, content: Content, *, is_article: bool = False, at: datetime | None = None
    ) -> None:
        draft = write_draft(company=company, by=by, content=content, is_article=is_article)
        newest = DraftVersion.objects.get(draft=draft)
        publish_draft(draft=draft, by=by, version=newest.id, at=at)
