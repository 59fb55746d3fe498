"""Companies get their pages: somebody begins one, fills it in, shows the right to it; its people take their place."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import time, timedelta
from io import BytesIO
from random import Random

from draht.companies import actions as companies
from draht.companies.models import ClaimKind, Role
from draht.companies.queries import invitation_to, own_invitations, station_at
from draht.demo.portraits.logo import logo
from draht.demo.stage import Stage, Step
from draht.demo.teams import LAST_PAGE, ROLES, asked_day, page_day, staff_of
from draht.demo.trade import PERSONAS, Firm, Front, Text
from draht.members.actions import link_employer
from draht.members.queries import stations_of
from draht.ties.actions import follow

_BANDS = ((10, "1-9"), (50, "10-49"), (250, "50-249"))
# How many companies somebody follows for no reason that is told.
_LIKED = 2
# How many wait for the company to confirm them, besides the last at each.
_UNCONFIRMED_SHARE = 0.12

# What lies before the host: kind, company, whose place among its people, words.
_CLAIMS = (
    (
        ClaimKind.RUN,
        "sauerbrey",
        -1,
        Text(
            "Bei uns liegt die Außendarstellung seit Oktober bei mir. Die Seite hat ein Kollege begonnen, der in "
            "Elternzeit ist; unsere Geschäftsleitung bestätigt das gern unter der Nummer im Impressum.",
            "Since October our public relations have been mine. The page was begun by a colleague who is on parental "
            "leave; our management will confirm it at the number in the imprint.",
        ),
    ),
    (
        ClaimKind.WORD,
        "werkbank",
        0,
        Text(
            "Wir nutzen für die Post einen Dienstleister und kommen an das DNS nicht heran. Sie kennen uns vom "
            "Arbeitskreis Nachfolge; den Registerauszug schicke ich Ihnen gern.",
            "Our mail is run by a provider and we cannot get at the DNS. You know us from the working group on "
            "succession; I will gladly send you the extract from the register.",
        ),
    ),
)


class Openings:
    """Everything that companies do about themselves."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._staff = {key: staff_of(stage.trade, key) for key in stage.trade.fronts}
        # Whoever has something to say to a company's news also wants the next.
        self._talked_to: dict[str, set[str]] = defaultdict(set)
        for thread in stage.trade.threads:
            if thread.speaks_for:
                for remark in thread.talk:
                    self._talked_to[remark.author].add(thread.speaks_for)

    def steps(self) -> Iterator[Step]:
        """The pages one after the other, then what waits for an answer today."""
        days: dict[str, int] = {}
        for key, staff in self._staff.items():
            if staff:
                days[key] = page_day(self._stage.trade, key, self._stage.joined)
                yield from self._opening(key, staff, days[key])
        for key in self._stage.trade.people:
            yield from self._takes_place(key, days)
        yield from self._waits(days)

    # --- the page ---

    def _opening(self, key: str, staff: list[str], day: int) -> Iterator[Step]:
        stage = self._stage
        moment = stage.calendar.some_time(day, Random(f"opening {key}"))
        yield stage.step(moment, self._begin, key, staff[0])
        yield stage.step(moment + timedelta(minutes=25), self._show_right, key, staff[0])
        for role, member in zip(ROLES[1:], staff[1:], strict=False):
            asked = asked_day(day, member, stage.joined)
            yield stage.step(stage.calendar.moment(asked, "10:05"), self._invite, key, member, role)
            yield stage.step(stage.calendar.moment(asked, "13:40"), self._accept, key, member)

    def _begin(self, key: str, owner: str) -> None:
        stage, by = self._stage, self._stage.id(owner)
        firm, front = stage.trade.firms[key], stage.trade.fronts[key]
        company = companies.create_company(name=firm.name, by=by).actor_id
        stage.companies[key] = company
        about = {"company": company, "by": by}
        companies.describe_head(
            **about,
            name=firm.name,
            headline=firm.about[stage.language].split(". ")[0].rstrip(".")[:160],
            branch=stage.said(front.branch),
            size=next((band for limit, band in _BANDS if firm.people < limit), "250-"),
            hue=front.hue,
        )
        companies.describe_about(**about, about=stage.said(front.about) or firm.about[stage.language])
        companies.describe_work(**about, makes=stage.said(front.makes), seeks=stage.said(front.seeks))
        companies.describe_imprint(**about, imprint=self._imprint(firm, front))
        self._set_places(firm, front, company, by)
        times = [
            (weekday, time.fromisoformat(opens), time.fromisoformat(closes)) for weekday, opens, closes in front.hours
        ]
        companies.set_hours(**about, times=times, time_zone=front.zone)
        if front.names:
            companies.set_names(**about, names=front.names)
        companies.set_logo(**about, upload=BytesIO(logo(front.mark, front.hue)))
        companies.publish_page(**about)

    def _set_places(self, firm: Firm, front: Front, company: int, by: int) -> None:
        german = self._stage.language == "de"
        seat = "Hauptsitz" if german else "Headquarters"
        rows = [(seat, firm.street, firm.postcode, firm.place, firm.country, front.region)]
        rows += [(place.label[self._stage.language], *place.address) for place in front.places]
        for label, street, postcode, city, country, region in rows:
            companies.add_place(
                company=company, by=by, label=label, street=street, postcode=postcode, city=city, country=country,
                region=region,
            )  # fmt: skip

    def _imprint(self, firm: Firm, front: Front) -> str:
        german = self._stage.language == "de"
        led, register = ("Vertreten durch", "Register") if german else ("Represented by", "Register")
        lines = [firm.name, firm.street, f"{firm.postcode} {firm.place}", ""]
        lines += [f"{led}: {front.led}"] if front.led else []
        lines += [f"{register}: {front.register}"] if front.register else []
        return "\n".join([*lines, f"info@{firm.domain}"])

    def _show_right(self, key: str, owner: str) -> None:
        """Most read mail at their domain; the host knows the others."""
        stage, company = self._stage, self._stage.companies[key]
        domain = stage.trade.firms[key].domain
        companies.set_domain(company=company, domain=domain, by=stage.id(owner))
        if stage.trade.fronts[key].makes or Random(f"right {key}").random() < 0.5:
            companies.prove_by_mail(company=company, domain=domain, by=stage.id(owner))
        if key in ("berufskolleg", "fachverband", "erzgebirge"):
            companies.prove_by_host(company=company)

    # --- the team and those who work there ---

    def _invite(self, key: str, member: str, role: Role) -> None:
        owner = self._stage.id(self._staff[key][0])
        company = self._stage.companies[key]
        companies.invite(company=company, member=self._stage.id(member), roles=[role], by=owner)

    def _accept(self, key: str, member: str) -> None:
        id = self._stage.id(member)
        for line in own_invitations(id):
            if line.who.id == self._stage.companies[key] and (found := invitation_to(id, line.id)):
                companies.accept_invitation(invitation=found)

    def _takes_place(self, key: str, days: dict[str, int]) -> Iterator[Step]:
        """Somebody ties their stations to the pages, once all of them are there, and follows some companies."""
        stage, person = self._stage, self._stage.trade.people[key]
        chance = Random(f"stations {key}")
        here = days.get(person.firm, LAST_PAGE)
        since = min(stage.joined[key], here)
        start = person.stations[0].start
        changed = stage.calendar.days_of(-start.month) if start.year <= 0 else since
        day = max(1, min(since, changed, *days.values()) - 1)
        moment = stage.calendar.some_time(max(1, day - int(chance.random() * day * 0.7)), chance)
        yield stage.step(moment, self._link, key)
        if person.firm in days:
            is_asked_for = chance.random() < _UNCONFIRMED_SHARE or key == self._staff[person.firm][-1]
            if key in PERSONAS or not is_asked_for:
                yield stage.step(moment + timedelta(minutes=90), self._confirm, key)
            yield stage.step(moment + timedelta(minutes=95), self._follow, key, person.firm)
        liked = chance.sample(sorted(days), k=min(_LIKED, len(days)))
        for other in sorted({*liked, *(self._talked_to[key] & days.keys())}):
            if other != person.firm:
                yield stage.step(moment + timedelta(minutes=100), self._follow, key, other)

    def _link(self, key: str) -> None:
        names = {firm.name: self._stage.companies[firm.key] for firm in self._firms()}
        member = self._stage.id(key)
        for station in stations_of(member):
            if station.employer in names:
                link_employer(member=member, entry=station.id, company=names[station.employer])

    def _firms(self) -> Iterator[Firm]:
        yield from (self._stage.trade.firms[key] for key in self._stage.companies)

    def _confirm(self, key: str) -> None:
        stage, firm = self._stage, self._stage.trade.people[key].firm
        company, owner = stage.companies[firm], stage.id(self._staff[firm][0])
        for line in stations_of(stage.id(key)):
            if line.is_current and (station := station_at(company, line.id)):
                companies.confirm_employment(company=company, station=station, by=owner)

    def _follow(self, key: str, firm: str) -> None:
        follow(source=self._stage.id(key), target=self._stage.companies[firm])

    # --- what waits today ---

    def _waits(self, days: dict[str, int]) -> Iterator[Step]:
        stage = self._stage
        for member, firm, role in (("ada", "haug", Role.EDITOR), ("ben", "rheinseil", Role.ANSWERER)):
            if member in stage.trade.people and firm in days:
                yield stage.step(stage.calendar.moment(2, "09:40"), self._invite, firm, member, role)
        for kind, firm, place, words in _CLAIMS:
            staff = self._staff.get(firm, [])
            if firm in days and len(staff) > abs(place):
                yield stage.step(stage.calendar.moment(1, "10:20"), self._claim, staff[place], firm, kind, words)

    def _claim(self, member: str, firm: str, kind: ClaimKind, words: Text) -> None:
        company, said = self._stage.companies[firm], words[self._stage.language]
        companies.claim_page(company=company, member=self._stage.id(member), kind=kind, words=said)
