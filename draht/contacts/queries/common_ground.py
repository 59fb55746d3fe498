"""What two people have in common: why they should know each other."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import CharField, F, Value

from draht.actors.queries import ActorLine, lines
from draht.members.models import Audience, Education, Interest, Profile, Section, SectionAudience, Skill, Station
from draht.members.rules import DEFAULT_AUDIENCE, open_to
from draht.members.words import folded
from draht.ties.models import Tie, TieKind
from draht.ties.queries import among, contact_ids
from draht.ties.rules import hidden_from

MOST_FACTS = 4
_MOST_TIES = 2_000
# What is compared: the kind of fact, the part of the profile it belongs to, and where it is written.
_FACTS = (
    ("employer", Section.STATIONS, Station, "employer"),
    ("school", Section.EDUCATION, Education, "school"),
    ("place", Section.PLACE, Profile, "place"),
    ("skill", Section.SKILLS, Skill, "name"),
    ("interest", Section.INTERESTS, Interest, "name"),
)
_FOR_MEMBERS = {Audience.EVERYBODY, Audience.MEMBERS}
_FOR_CONTACTS = set(Audience)
_KINDS = [kind for kind, *_ in _FACTS]
_SECTIONS = {kind: section for kind, section, _, _ in _FACTS}


@dataclass(frozen=True, slots=True)
class CommonGround:
    """Mutual contacts, and facts of both profiles by kind: employer, school, place, skill, interest."""

    mutual: list[ActorLine] = field(default_factory=list)
    facts: dict[str, list[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.mutual or self.facts)


def common_ground(viewer: int, others: Collection[int]) -> dict[int, CommonGround]:
    """What `viewer` has in common with each of `others`, as far as they may see it; five queries for all of them."""
    if not others:
        return {}
    mutual = _mutual_contacts(viewer, others)
    known = lines(id for ids in mutual.values() for id in ids)
    facts = _common_facts(viewer, others)
    return {
        other: CommonGround([known[id] for id in mutual.get(other, ()) if id in known], facts.get(other, {}))
        for other in others
    }


def _mutual_contacts(viewer: int, others: Collection[int]) -> dict[int, list[int]]:
    rows = Tie.objects.filter(source__in=others, kind=TieKind.CONTACT, target__in=contact_ids(viewer))
    rows = rows.exclude(target__in=hidden_from(viewer))
    found: dict[int, list[int]] = {}
    for other, contact in rows.values_list("source_id", "target_id")[:_MOST_TIES]:
        found.setdefault(other, []).append(contact)
    return found


def _common_facts(viewer: int, others: Collection[int]) -> dict[int, dict[str, list[str]]]:
    visible = _visible_sections(viewer, others)
    told = _facts_of([viewer, *others])
    own = {(kind, _key(text)) for member, kind, text in told if member == viewer}
    found: dict[int, dict[str, list[str]]] = {}
    for member, kind, text in told:
        if member != viewer and (kind, _key(text)) in own and _SECTIONS[kind] in visible[member]:
            texts = found.setdefault(member, {}).setdefault(kind, [])
            if len(texts) < MOST_FACTS and _key(text) not in map(_key, texts):
                texts.append(text)
    return found


def _key(text: str) -> tuple[str, ...]:
    return tuple(folded(text))


def _facts_of(members: Iterable[int]) -> list[tuple[int, str, str]]:
    """Everything that could be common to these members, in one query: (member, kind, text), by kind and alphabet."""
    wanted = list(members)
    parts = [
        model.objects.filter(member__in=wanted).values_list(
            F("member_id"), Value(kind, output_field=CharField()), F(column)
        )
        for kind, _, model, column in _FACTS
    ]
    rows = [(member, kind, text) for member, kind, text in parts[0].union(*parts[1:]) if _key(text)]
    return sorted(rows, key=lambda row: (_KINDS.index(row[1]), _key(row[2])))


def _visible_sections(viewer: int, others: Collection[int]) -> dict[int, frozenset[Section]]:
    """As `members.rules.visible_sections`, for many people at once."""
    contacts = among(viewer, TieKind.CONTACT, others)
    chosen: dict[int, dict[Section, Audience]] = {other: dict(DEFAULT_AUDIENCE) for other in others}
    rows = SectionAudience.objects.filter(member__in=list(others))
    for member, section, audience in rows.values_list("member_id", "section", "audience"):
        chosen[member][Section(section)] = Audience(audience)
    return {
        other: open_to(_FOR_CONTACTS if other in contacts else _FOR_MEMBERS, audiences)
        for other, audiences in chosen.items()
    }
