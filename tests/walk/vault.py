"""What the demo trade keeps from somebody: contact details, addresses of accounts, what is for members or contacts."""

from collections import defaultdict
from collections.abc import Iterator

import phonenumbers

from draht.accounts.models import Invitation, User
from draht.actors.models import EVERYBODY, MEMBERS
from draht.companies.models import Company, Mandate, Place, Role, TeamRole
from draht.companies.rules import RIGHTS, Right
from draht.contacts.models import ContactNote, ContactRequest, Release
from draht.enquiries.models import Message, Note
from draht.members.card_values import shown
from draht.members.models import Audience, CardField, CardKind, Link, Member, Profile, Section, Station
from draht.members.rules import audiences
from draht.newsroom.models import DraftState, DraftVersion
from draht.posts.models import Comment, Post
from draht.ties.models import HIDING, Tie, TieKind
from tests.walk.secrets import Number, Secret, Vault, plain

LANGUAGES = ("en", "de")
ENOUGH_WORDS, FEWEST_WORDS = 12, 5


def contents() -> Vault:
    """All of it. Reads the tables, and none of the rules that it is there to check."""
    keeper = _Keeper()
    secrets = [
        *keeper.card(),
        *keeper.accounts(),
        *keeper.profiles(),
        *keeper.posts(),
        *keeper.notes(),
        *keeper.enquiries(),
        *keeper.mandates(),
    ]
    return Vault(secrets, keeper.numbers())


class _Keeper:
    def __init__(self) -> None:
        self.members = frozenset(Member.objects.values_list("actor_id", flat=True))
        self.names = {member.actor_id: str(member) for member in Member.objects.all()}
        self.contacts = self._ties((TieKind.CONTACT,))
        self.hidden = self._ties(HIDING)

    @staticmethod
    def _ties(kinds: tuple[TieKind, ...]) -> dict[int, set[int]]:
        found: dict[int, set[int]] = defaultdict(set)
        for source, target in Tie.objects.filter(kind__in=kinds).values_list("source_id", "target_id"):
            found[source].add(target)
        return found

    def _circle(self, owner: int, audience: object) -> frozenset[int]:
        """Who is meant by an audience of this owner's; nobody across a block."""
        wide = audience in (Audience.MEMBERS, MEMBERS)
        return frozenset({owner} | (set(self.members) if wide else self.contacts[owner])) - self.hidden[owner]

    def _holders(self) -> dict[int, frozenset[int]]:
        held: dict[int, set[int]] = defaultdict(set)
        for owner, contact, field in Release.objects.values_list("owner_id", "contact_id", "field_id"):
            if contact in self.contacts[owner] and contact not in self.hidden[owner]:
                held[field].add(contact)
        return {row.id: frozenset(held[row.id] | {row.member_id}) for row in CardField.objects.all()}

    def card(self) -> Iterator[Secret]:
        """Fields of business cards, but numbers, and web addresses that stand on a profile as well."""
        holders, linked = self._holders(), set(Link.objects.values_list("url", flat=True))
        said = said_in_posts() + said_by_companies()
        for row in CardField.objects.all():
            kind = CardKind(row.kind)
            # A day without its year is the day of many posts.
            is_any_day = kind == CardKind.BIRTHDAY and row.value.startswith("--")
            if phone_of(row) or is_any_day or (kind == CardKind.WEB and row.value in linked):
                continue
            ways = {shown(kind, row.value, row.parts, language).text for language in LANGUAGES}
            ways |= {row.parts["street"]} if kind == CardKind.ADDRESS else set()
            ways = {way for way in (row.value, *ways) if plain(way) not in said}
            what = f"{row.group} {row.kind} of {self.names[row.member_id]}"
            yield from (Secret(what, way, holders[row.id]) for way in ways)

    def numbers(self) -> Iterator[Number]:
        """The numbers of business cards."""
        holders = self._holders()
        for row in CardField.objects.all():
            if number := phone_of(row):
                name = self.names[row.member_id]
                yield Number(f"{row.group} {row.kind} of {name}", number, holders[row.id])

    def accounts(self) -> Iterator[Secret]:
        """The addresses people sign in with, and those they invite."""
        for user in User.objects.filter(member__isnull=False).select_related("member"):
            yield Secret(f"account of {user.member}", user.email, frozenset({user.member.actor_id}))
        for invitation in Invitation.objects.exclude(email="").select_related("by__member"):
            yield Secret("invited address", invitation.email, frozenset({invitation.by.member.actor_id}))

    def profiles(self) -> Iterator[Secret]:
        """The longer texts of profile sections that are not for everybody."""
        stations = defaultdict(list)
        for station in Station.objects.exclude(text=""):
            stations[station.member_id].append(station.text)
        for profile in Profile.objects.all():
            chosen = audiences(profile.member_id)
            for section, texts in {
                Section.ABOUT: [profile.about],
                Section.WISHES: [profile.looking_for, profile.offering],
                Section.STATIONS: stations[profile.member_id],
            }.items():
                if chosen[section] != Audience.EVERYBODY:
                    seen_by = self._circle(profile.member_id, chosen[section])
                    what = f"{section} of {self.names[profile.member_id]}"
                    yield from (Secret(what, beginning(text), seen_by) for text in texts if text)

    def posts(self) -> Iterator[Secret]:
        """What is not written for everybody, and what is said to it."""
        comments = defaultdict(list)
        for comment in Comment.objects.exclude(author=None):
            comments[comment.post_id].append(comment)
        for post in Post.objects.exclude(audience=EVERYBODY):
            readers, author = self._circle(post.author_id, post.audience_id), self.names[post.author_id]
            yield Secret(f"post of {author}", beginning(post.html), readers)
            for said in comments[post.id]:
                text, heard_by = beginning(said.html), readers - self.hidden[said.author_id or 0]
                if len(text.split()) >= FEWEST_WORDS:  # fewer are said everywhere
                    yield Secret(f"comment on a post of {author}", text, heard_by)

    def notes(self) -> Iterator[Secret]:
        """What is between two, or for one alone."""
        for note in ContactNote.objects.all():
            yield Secret(f"note of {self.names[note.owner_id]}", note.text, frozenset({note.owner_id}))
        for request in ContactRequest.objects.exclude(text=""):
            pair = frozenset({request.asker_id, request.asked_id})
            yield Secret(f"request by {self.names[request.asker_id]}", request.text, pair)

    def enquiries(self) -> Iterator[Secret]:
        """What is between a member and a company's team, and what the team alone knows."""
        teams: dict[int, set[int]] = defaultdict(set)
        for company, member, role in TeamRole.objects.values_list("company_id", "member_id", "role"):
            if Right.ANSWER in RIGHTS[Role(role)]:
                teams[company].add(member)
        for message in Message.objects.exclude(enquiry__asker=None).select_related("enquiry"):
            company, asker = message.enquiry.company_id, message.enquiry.asker_id
            readers = frozenset(teams[company] | {asker or 0})
            if len(message.text.split()) >= FEWEST_WORDS:
                yield Secret(f"enquiry of {self.names[asker or 0]}", beginning(message.text), readers)
        for note in Note.objects.select_related("enquiry"):
            yield Secret("note on an enquiry", beginning(note.text), frozenset(teams[note.enquiry.company_id]))

    def mandates(self) -> Iterator[Secret]:
        """What a company and its caretaker agreed, and drafts that it has not released."""
        for mandate in Mandate.objects.all():
            readers = self._team(mandate.company_id, Right.MANAGE) | {mandate.caretaker_id or 0}
            yield Secret("record of a mandate", beginning(mandate.subject), readers)
        waiting = DraftVersion.objects.exclude(draft__state=DraftState.RELEASED).select_related("draft")
        for version in waiting:
            readers = self._team(version.draft.company_id, Right.WRITE) | {version.draft.writer_id or 0}
            yield Secret("draft", beginning(version.text), readers)

    @staticmethod
    def _team(company: int, right: Right) -> frozenset[int]:
        roles = TeamRole.objects.filter(company=company).values_list("member_id", "role")
        return frozenset(member for member, role in roles if right in RIGHTS[Role(role)])


def said_in_posts() -> str:
    """Everything people say in posts and comments. What they tell there themselves is no secret."""
    texts = (*Post.objects.values_list("text", flat=True), *Comment.objects.values_list("text", flat=True))
    return plain(" \n ".join(texts))


def said_by_companies() -> str:
    """Where companies are and who answers for them. Whoever works there has that address on the card, too."""
    rows = Place.objects.values_list("street", "postcode", "city")
    texts = (*(", ".join(row) for row in rows), *Company.objects.values_list("imprint", flat=True))
    return plain(" \n ".join(texts))


def phone_of(row: CardField) -> str:
    """The national digits of a field that holds a number, or ""."""
    if not row.value.startswith("+"):
        return ""
    return str(phonenumbers.parse(row.value).national_number)


def beginning(text: str) -> str:
    """The first words: enough to know a text by, short enough to stand in an excerpt."""
    return " ".join(plain(text).split()[:ENOUGH_WORDS])
