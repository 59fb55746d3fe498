"""Some companies put house rules into force, most of their people acknowledge them, and one sets quiet hours."""

from collections.abc import Iterator
from datetime import time, timedelta

from draht.companies.actions import set_quiet_hours
from draht.companies.queries import team
from draht.conduct.actions import acknowledge_rules, write_rules
from draht.conduct.queries import current_version, has_acknowledged
from draht.conduct.ready import ready_set
from draht.demo.stage import Stage, Step
from draht.demo.teams import staff_of

# Whose people get no mail about it in the evening.
_QUIET = "brennecke"
_FIRMS = ("brennecke", "kupferwerk", "nordkabel", "kellerhoff")
# In working days back: when all pages and teams are there, and when people have read.
_WRITTEN, _READ = 7, 5


class Conduct:
    """Where the pages and their teams are there."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def steps(self) -> Iterator[Step]:
        """Written by whoever began the page, read two days later."""
        moment = self._stage.calendar.moment
        for place, firm in enumerate(_FIRMS):
            later = timedelta(minutes=11 * place)
            yield self._stage.step(moment(_WRITTEN, "16:30") + later, self._write, firm)
            yield self._stage.step(moment(_READ, "08:30") + later, self._read, firm)

    def _write(self, firm: str) -> None:
        company, staff = self._stage.companies.get(firm), staff_of(self._stage.trade, firm)
        if company is not None and staff:
            by = self._stage.id(staff[0])
            write_rules(company=company, by=by, text=ready_set())
            if firm == _QUIET:
                set_quiet_hours(company=company, by=by, begins=time(18), ends=time(6, 30))

    def _read(self, firm: str) -> None:
        """All but the last who has not."""
        company = self._stage.companies.get(firm)
        version = current_version(company) if company is not None else None
        if company is None or version is None:
            return
        waiting = [line.who.id for line in team(company) if not has_acknowledged(line.who.id, version.id)]
        for member in waiting[:-1] if len(waiting) > 1 else waiting:
            acknowledge_rules(version=version, by=member)
