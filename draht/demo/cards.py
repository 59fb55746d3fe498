"""Business cards of invented people. Every number lies in a range that the German network agency keeps for fiction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from draht.actors.actions import plain_handle
from draht.demo.trade import Firm, Person, Trade
from draht.members.models import CardGroup, CardKind

# Places and how their invented numbers begin, with how many digits still to come.
_PHONES = {
    "west": "+49 221 4710", "north": "+49 40 66969", "east": "+49 30 23125", "middle": "+49 69 90009",
    "south": "+49 89 99998",
}  # fmt: skip
_MOBILES = tuple(f"{start}{n:02}" for start in ("+49 171 39200", "+49 176 040690") for n in range(100))
_SIDES = {"4": "west", "5": "west", "2": "north", "0": "east", "1": "east", "3": "east", "6": "middle"}
_STREETS = (
    "Lindenweg", "Am Mühlbach", "Bergstraße", "Rosengasse", "Schulstraße", "Kirchweg", "Am Sonnenhang", "Birkenallee",
    "Gartenstraße", "Hohler Weg", "Ahornweg", "Unterm Kirchberg", "Wiesengrund", "Nordstraße", "Zum Steinbruch",
)  # fmt: skip

BUSINESS = ("mail", "phone", "mobile", "address", "web")


class Field(NamedTuple):
    """A field of a card before it is put on one. `key` is what the demo trade calls it."""

    key: str
    group: CardGroup
    kind: CardKind
    value: str = ""
    parts: dict[str, str] | None = None


def mail_of(person: Person, trade: Trade) -> str:
    """The address at which somebody signs in: at work, or at home for those who work for themselves."""
    return f"{_name(person)}@{trade.firms[person.firm].domain}" if person.firm else f"{_name(person)}@post.example"


def _name(person: Person) -> str:
    return f"{plain_handle(person.first_name)}.{plain_handle(person.last_name)}"


@dataclass
class Cards:
    """Deals out numbers, so that no two people share one."""

    trade: Trade
    _mobiles: Iterator[str] = field(default_factory=lambda: iter(_MOBILES))
    _phones: dict[str, int] = field(default_factory=dict)

    def next_mobile(self) -> str:
        """A mobile number that nobody has yet."""
        return next(self._mobiles)

    def next_phone(self, firm: Firm | None) -> str:
        """A number at a desk that nobody has yet."""
        side = _SIDES.get(firm.postcode[0], "south") if firm and firm.country == "DE" else "south"
        number = self._phones[side] = self._phones.get(side, 99) + 1
        return f"{_PHONES[side]} {number:03}"

    def of(self, person: Person) -> list[Field]:
        """The card of this person."""
        chance = Random(f"card {person.key}")
        firm = self.trade.firms.get(person.firm)
        found = [Field("mail", CardGroup.BUSINESS, CardKind.MAIL, mail_of(person, self.trade))]
        found.append(Field("phone", CardGroup.BUSINESS, CardKind.PHONE, self.next_phone(firm)))
        is_young = person.year >= 2002
        mobile = self.next_mobile()
        side = CardGroup.PRIVATE if is_young else CardGroup.BUSINESS
        found.append(Field("mobile", side, CardKind.MOBILE, mobile))
        if firm:
            at_work = {
                "street": firm.street,
                "postcode": firm.postcode,
                "city": firm.place,
                "region": "",
                "country": firm.country,
            }
            found.append(Field("address", CardGroup.BUSINESS, CardKind.ADDRESS, parts=at_work))
            found.append(Field("web", CardGroup.BUSINESS, CardKind.WEB, f"https://www.{firm.domain}"))
        return found + list(self._private(person, firm, mobile, chance))

    def _private(self, person: Person, firm: Firm | None, mobile: str, chance: Random) -> Iterator[Field]:
        yield Field("home_mail", CardGroup.PRIVATE, CardKind.MAIL, f"{_name(person)}@post.example")
        if firm and chance.random() < 0.6:
            home = {
                "street": f"{chance.choice(_STREETS)} {chance.randint(1, 78)}",
                "postcode": firm.postcode,
                "city": firm.place,
                "region": "",
                "country": firm.country,
            }
            yield Field("home", CardGroup.PRIVATE, CardKind.ADDRESS, parts=home)
        if chance.random() < 0.7:
            shows_year = chance.random() < 0.3
            yield Field("birthday", CardGroup.PRIVATE, CardKind.BIRTHDAY, person.born if shows_year else _day(person))
        if chance.random() < 0.35:
            yield Field("messenger", CardGroup.PRIVATE, CardKind.MESSENGER, mobile, {"service": "signal"})


def _day(person: Person) -> str:
    return f"-{person.born[4:]}"


def released(owner: Person, to: Person, fields: Sequence[str]) -> list[str]:
    """Which fields of their card somebody gives to somebody: business mostly, private to those they are close to."""
    chance = Random(f"release {owner.key} {to.key}")
    is_close = owner.firm == to.firm or chance.random() < 0.12
    likely = {"mail": 0.97, "phone": 0.9, "mobile": 0.7, "address": 0.6, "web": 0.6}
    return [key for key in fields if chance.random() < likely.get(key, 0.55 if is_close else 0.03)]
