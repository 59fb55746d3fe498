"""A business card as a file that phones and mail programs read: vCard 3.0 (RFC 2426), the one version that all of them
take. UTF-8, lines end with CRLF and are folded at 75 bytes (RFC 2425, 5.8.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from draht.members.addresses import country_names
from draht.members.models import CardGroup, CardKind
from draht.members.queries import CardLine

LONGEST_LINE = 75


def escape(text: str) -> str:
    """A text as a value: backslash, comma, semicolon and line break escaped (RFC 2426, 4)."""
    lines = "\n".join(text.splitlines())
    return lines.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def structured(parts: Iterable[str]) -> str:
    """Parts of one value, such as those of a name or an address, with semicolons between them."""
    return ";".join(escape(part) for part in parts)


def fold(line: str) -> str:
    """A line as lines of at most 75 bytes, never split inside a character; all but the first begin with a space."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += width
    return "\r\n".join([*pieces, piece])


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card. `value` is escaped already; `label` is what its owner calls it, shown by Apple and DAVx5."""

    name: str
    value: str
    types: Sequence[str] = ()
    label: str = ""


def _lines(properties: Iterable[Property]) -> Iterable[str]:
    group = 0
    for item in properties:
        types = f";TYPE={','.join(item.types)}" if item.types else ""
        if item.label:
            group += 1
            yield f"item{group}.{item.name}{types}:{item.value}"
            yield f"item{group}.X-ABLabel:{escape(item.label)}"
        else:
            yield f"{item.name}{types}:{item.value}"


def write(*, uid: str, first_name: str, last_name: str, revised: datetime, properties: Iterable[Property]) -> str:
    """A whole card. `uid` must stay the same for the same person, so that a second download replaces the first."""
    head = [
        Property("N", structured([last_name, first_name, "", "", ""])),
        Property("FN", escape(f"{first_name} {last_name}".strip())),
        Property("UID", escape(uid)),
        Property("REV", revised.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
    ]
    lines = ["BEGIN:VCARD", "VERSION:3.0", *_lines([*head, *properties]), "END:VCARD"]
    return "".join(f"{fold(line)}\r\n" for line in lines)


# --- a contact's card -------------------------------------------------------------------------------------------------

_PHONES = {CardKind.PHONE: "VOICE", CardKind.MOBILE: "CELL", CardKind.FAX: "FAX"}


def _own_label(field: CardLine) -> str:
    """What the owner calls the field, if that is more than the name of its kind."""
    return "" if field.label == str(CardKind(field.kind).label) else field.label


def _note(field: CardLine) -> str:
    """A field that vCard 3.0 has no place for, as words: others, and birthdays without a year."""
    return f"{field.label}: {field.shown}"


def _is_note(field: CardLine) -> bool:
    return field.kind == CardKind.OTHER or (field.kind == CardKind.BIRTHDAY and field.value.startswith("--"))


def _address(field: CardLine, language: str) -> str:
    parts = field.parts
    country = country_names(language).get(parts.get("country", ""), "")
    named = (parts.get(name, "") for name in ("street", "city", "region", "postcode"))
    return structured(["", "", *named, country])


def property_of(field: CardLine, language: str) -> Property:
    """A field of a business card as a line of a vCard (RFC 2426, 3; messengers as in RFC 4770)."""
    side = "HOME" if field.group == CardGroup.PRIVATE else "WORK"
    label = _own_label(field)
    match CardKind(field.kind):
        case CardKind.MAIL:
            return Property("EMAIL", escape(field.value), ["INTERNET", side], label)
        case CardKind.PHONE | CardKind.MOBILE | CardKind.FAX as kind:
            return Property("TEL", escape(field.value.replace(";ext=", " ext. ")), [_PHONES[kind], side], label)
        case CardKind.ADDRESS:
            return Property("ADR", _address(field, language), [side], label)
        case CardKind.WEB:
            return Property("URL", field.value, [], label)
        case CardKind.MESSENGER:
            service = field.parts.get("service", "")
            return Property(f"IMPP;X-SERVICE-TYPE={service}", field.href or f"{service}:{field.value}", [side], label)
        case CardKind.BIRTHDAY:
            return Property("BDAY", field.value)
        case CardKind.OTHER:
            return Property("NOTE", escape(_note(field)))


def card_of(
    *,
    uid: str,
    first_name: str,
    last_name: str,
    employer: str,
    title: str,
    fields: Sequence[CardLine],
    revised: datetime,
    language: str,
) -> str:
    """A person's card with these fields and no others; all that is no field of vCard stands in one note."""
    properties = [property_of(field, language) for field in fields if not _is_note(field)]
    if employer:
        properties.append(Property("ORG", escape(employer)))
    if title:
        properties.append(Property("TITLE", escape(title)))
    if notes := "\n".join(_note(field) for field in fields if _is_note(field)):
        properties.append(Property("NOTE", escape(notes)))
    return write(uid=uid, first_name=first_name, last_name=last_name, revised=revised, properties=properties)
