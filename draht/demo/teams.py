"""Who runs the page of which company, and since when they speak for it."""

from collections.abc import Mapping
from random import Random

from draht.companies.models import Role
from draht.companies.rules import RIGHTS, SPEAKING
from draht.demo.trade import Trade

# Working days back on which the first companies begin, and before which all have.
FIRST_PAGE, LAST_PAGE = 105, 9
# What the first of those who work there do for the page, in the order of the files.
ROLES = (Role.OWNER, Role.EDITOR, Role.ANSWERER, Role.RECRUITER)


def staff_of(trade: Trade, firm: str) -> list[str]:
    """Those who work there, whoever begins the page first."""
    return [person.key for person in trade.people.values() if person.firm == firm]


def page_day(trade: Trade, firm: str, joined: Mapping[str, int]) -> int:
    """When a company gets its page, in working days back: not before its owner is in, but before it says anything."""
    owner = staff_of(trade, firm)[0]
    said = max((thread.day for thread in trade.threads if firm in thread.firms), default=0)
    wish = FIRST_PAGE - int(Random(f"page {firm}").random() * (FIRST_PAGE - LAST_PAGE - 30))
    return max(LAST_PAGE, min(max(wish, said + 2), joined[owner] - 1))


def asked_day(day: int, member: str, joined: Mapping[str, int]) -> int:
    """When somebody is asked into the team of a page that is there since `day`, and says yes."""
    return min(day, joined[member]) - 1


def speaking_since(trade: Trade, firm: str, joined: Mapping[str, int]) -> dict[str, int]:
    """Those who speak for a company, and since when, in working days back; empty if it has no page."""
    staff = staff_of(trade, firm)
    if firm not in trade.fronts or not staff:
        return {}
    day = page_day(trade, firm, joined)
    asked = {member: asked_day(day, member, joined) for member in staff[1:]}
    return {
        member: asked.get(member, day) for member, role in zip(staff, ROLES, strict=False) if RIGHTS[role] & SPEAKING
    }
