"""The directory of companies: found by name, brand, branch and place, as one types."""

from django.db.models import Exists, OuterRef, QuerySet

from draht.actors.queries import ActorLine, lines
from draht.common.paging import Page, page_of
from draht.companies.models import Company, CompanyName, CompanyWord
from draht.companies.rules import visible_to
from draht.members.words import findable_employer, folded

FOUND = 20
# A company is found once for each of its words that match, which are hardly ever more than five.
_WORDS_EACH = 5
_LONGEST_WORD = 40


def _beginning_with(start: str) -> QuerySet[CompanyWord]:
    """A range, so that an index serves it whatever the database thinks of LIKE. No letter comes after z."""
    return CompanyWord.objects.filter(word__gte=start, word__lte=start + "z" * _LONGEST_WORD)


def find_companies(viewer: int | None, text: str, *, limit: int = FOUND) -> list[ActorLine]:
    """Companies in whose names, branch or places every word of the text begins one, in the order of the alphabet."""
    starts = sorted(set(folded(text)), key=len, reverse=True)
    if not starts:
        return []
    found = _beginning_with(starts[0]).filter(company__in=visible_to(viewer))
    for start in starts[1:]:
        found = found.filter(Exists(_beginning_with(start).filter(company=OuterRef("company"))))
    rows = found.order_by("word", "company").values_list("company_id", flat=True)[: limit * _WORDS_EACH]
    ids = list(dict.fromkeys(rows))[:limit]
    known = lines(ids)
    return [known[id] for id in ids]


def newest_companies(viewer: int | None, *, before: int, size: int = FOUND) -> Page[ActorLine]:
    """The pages that came last."""
    rows = visible_to(viewer).filter(actor__lt=before).order_by("-actor")
    ids = list(rows.values_list("actor_id", flat=True)[: size + 1])
    known = lines(ids)
    return page_of([known[id] for id in ids], size=size, id_of=lambda line: line.id)


def pages_called(viewer: int | None, name: str) -> list[ActorLine]:
    """The published pages that go by this name or brand, whatever their legal form: for whoever begins another one."""
    wanted = findable_employer(name)
    if not wanted:
        return []
    hits = CompanyWord.objects.filter(word__in=wanted, company__in=visible_to(viewer))
    ids = list(hits.order_by("company").values_list("company_id", flat=True).distinct()[:200])
    names = [*Company.objects.filter(actor__in=ids).values_list("actor_id", "actor__name")]
    names += CompanyName.objects.filter(company__in=ids).values_list("company_id", "name")
    same = [id for id, called in names if findable_employer(called) == wanted]
    known = lines(same)
    return [known[id] for id in dict.fromkeys(same)]
