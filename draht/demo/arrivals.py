"""People join, write their profiles and cards, and now and then change them."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from random import Random

from draht.accounts.actions import acknowledge_house_rules, make_host, publish_house_rules
from draht.accounts.models import HouseRules, User
from draht.demo.cards import Cards, mail_of
from draht.demo.portraits import look_of, portrait
from draht.demo.stage import OPENED, Stage, Step
from draht.demo.trade import HOST, Month, Person, Station, Text
from draht.members import actions as members
from draht.members.actions.stations import StationFacts
from draht.members.models import Audience, Level, Section
from draht.members.queries import current_station

_LEVELS = {"native": Level.NATIVE, "fluent": Level.C1, "good": Level.B2, "basic": Level.A2}
_AT_THE_MACHINE = {
    "wire_drawer", "operator", "shift_leader", "foreman", "fitter", "maintenance_head", "rope_maker", "splicer",
    "galvanizer", "die_maker", "toolmaker", "apprentice_mechanic", "apprentice_operator", "service_technician",
}  # fmt: skip
_SHOWN_TO_ALL = (Section.ABOUT, Section.STATIONS, Section.SKILLS, Section.PLACE, Section.WISHES)
_RULES = Text(
    "Wir sprechen hier unter unserem Namen und zur Sache.\n\n"
    "- Schreiben Sie so, wie Sie es am Stand auf der Messe sagen würden.\n"
    "- Widersprechen Sie gern, aber der Sache und nicht dem Menschen.\n"
    "- Werbung trägt ihren Absender, und eine Kontaktanfrage ist keine Werbung.\n"
    "- Was im Betrieb vertraulich ist, bleibt es auch hier.\n"
    "- Wer etwas meldet, bekommt eine Antwort mit Begründung.",
    "We speak under our own names and to the point.\n\n"
    "- Write as you would talk at a stand at the fair.\n"
    "- Do disagree, with the matter and not with the person.\n"
    "- Advertising names its sender, and a contact request is no advertising.\n"
    "- What is confidential in the firm stays so here.\n"
    "- Whoever reports something gets an answer with reasons.",
)


class Arrivals:
    """Everything that people do about themselves."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def steps(self) -> Iterator[Step]:
        """House rules first, then everybody, one after the other."""
        stage = self._stage
        if not HouseRules.objects.newest_version():
            yield stage.step(stage.calendar.moment(OPENED + 1, "09:00"), self._publish_rules)
        for person in stage.trade.people.values():
            yield from self._arrival(person)
        for key, field, day in stage.trade.changes:
            yield stage.step(stage.calendar.moment(day, "09:10"), self._change_number, stage.trade.people[key], field)

    def _publish_rules(self) -> None:
        publish_house_rules(text_en=_RULES.en, text_de=_RULES.de)

    def _arrival(self, person: Person) -> Iterator[Step]:
        stage = self._stage
        moment = stage.calendar.some_time(stage.joined[person.key], Random(f"arrival {person.key}"))
        yield stage.step(moment, self._join, person)
        yield stage.step(moment + timedelta(minutes=2), self._write_profile, person)
        yield stage.step(moment + timedelta(minutes=4), self._write_card, person)
        if _changes_employer(person):
            day = stage.calendar.days_of(-person.stations[0].start.month)
            yield stage.step(stage.calendar.moment(day, "08:10"), self._change_employer, person)

    def _join(self, person: Person) -> None:
        stage = self._stage
        user = User.objects.create_user(mail_of(person, stage.trade), language=stage.language, rules_version=0)
        acknowledge_house_rules(user=user, version=HouseRules.objects.newest_version())
        if person.key == HOST:
            make_host(user=user)
        member = members.join(user=user, first_name=person.first_name, last_name=person.last_name)
        stage.members[person.key] = member
        look = look_of(
            key=person.key,
            form=person.form,
            age=stage.calendar.now.year - person.year,
            tone=person.tone,
            scarf=person.scarf,
            works=person.stations[0].role in _AT_THE_MACHINE,
        )
        members.set_portrait(member=member.actor_id, upload=BytesIO(portrait(look)))

    # --- profile ---

    def _write_profile(self, person: Person) -> None:
        self._write_career(person)
        stage, member = self._stage, self._stage.id(person.key)
        trade, language = stage.trade, stage.language
        for schooling in person.education:
            members.add_education(
                member=member,
                school=schooling.school,
                degree=schooling.degree[language],
                from_year=schooling.start,
                to_year=schooling.end if schooling.end <= stage.calendar.now.year else None,
            )
        for tongue in person.languages:
            members.add_language(member=member, code=tongue.code, level=_LEVELS[tongue.level])
        members.set_skills(member=member, names=[trade.skills[key][language] for key in person.skills])
        members.set_interests(member=member, names=[trade.interests[key][language] for key in person.interests])
        members.describe(
            member=member,
            headline=stage.said(person.headline),
            place=person.place,
            about=stage.said(person.about),
            looking_for=stage.said(person.looking),
            offering=stage.said(person.offering),
        )
        if person.firm:
            firm = trade.firms[person.firm]
            members.add_link(member=member, label=firm.name, url=f"https://www.{firm.domain}")
        self._choose_readers(person, member)

    def _choose_readers(self, person: Person, member: int) -> None:
        """Some show themselves to the world, some keep their interests to their contacts."""
        chance = Random(f"readers {person.key}")
        if chance.random() < 0.45 or person.headline:
            for section in _SHOWN_TO_ALL:
                members.set_visibility(member=member, section=section, audience=Audience.EVERYBODY)
        if chance.random() < 0.25:
            members.set_visibility(member=member, section=Section.INTERESTS, audience=Audience.CONTACTS)

    # --- career ---

    def _write_career(self, person: Person) -> None:
        """From the first station to the present one; who changes employer later still works at the one before."""
        later = person.stations[1:] if _changes_employer(person) else person.stations
        for station in reversed(later):
            is_current = station is later[0]
            members.add_station(member=self._stage.id(person.key), **self._facts(station, is_current=is_current))

    def _change_employer(self, person: Person) -> None:
        """The station before comes to its end, the new one begins."""
        member = self._stage.id(person.key)
        here = current_station(member)
        if here is None:
            raise LookupError(f"{person.name} works nowhere.")
        new, before = person.stations[:2]
        members.change_station(member=member, entry=here.id, **self._facts(before, is_current=False))
        members.add_station(member=member, **self._facts(new, is_current=True))

    def _facts(self, station: Station, *, is_current: bool) -> StationFacts:
        start_year, start_month = self._month(station.start)
        facts = StationFacts(
            employer=station.employer,
            title=station.title[self._stage.language],
            from_year=start_year,
            from_month=start_month,
            text=self._stage.said(station.text),
        )
        if station.end and not is_current:
            facts["to_year"], facts["to_month"] = self._month(station.end)
        return facts

    def _month(self, month: Month) -> tuple[int, int]:
        return (month.year, month.month) if month.year > 0 else self._stage.calendar.months_back(-month.month)

    # --- card ---

    def _write_card(self, person: Person) -> None:
        member = self._stage.id(person.key)
        self._stage.fields[person.key] = {
            field.key: members.add_card_field(
                member=member, group=field.group, kind=field.kind, value=field.value, parts=field.parts
            ).id
            for field in self._stage.cards.of(person)
        }

    def _change_number(self, person: Person, key: str) -> None:
        """The number behind a field becomes another one."""
        stage = self._stage
        group = next(field.group for field in Cards(stage.trade).of(person) if field.key == key)
        firm = stage.trade.firms.get(person.firm)
        number = stage.cards.next_mobile() if key == "mobile" else stage.cards.next_phone(firm)
        entry = stage.fields[person.key][key]
        members.change_card_field(member=stage.id(person.key), entry=entry, group=group, value=number)


def _changes_employer(person: Person) -> bool:
    """Whether the present station began lately: so long ago from today, not at a date."""
    return person.stations[0].start.year <= 0
