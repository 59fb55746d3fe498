"""The words under which a company is found."""

from draht.companies.models import Company, CompanyName, CompanyWord, Place
from draht.members.words import findable, findable_employer


def refresh_words(*, company: int) -> None:
    """Let the directory find a company by its names, its branch and its places; call it when one of them changes."""
    page = Company.objects.select_related("actor").get(actor=company)
    names = [page.actor.name, *CompanyName.objects.filter(company=company).values_list("name", flat=True)]
    cities = Place.objects.filter(company=company).values_list("city", flat=True)
    wanted = set[str]().union(*map(findable_employer, names)) | findable(page.branch, *cities)
    known = set(CompanyWord.objects.filter(company=company).values_list("word", flat=True))
    CompanyWord.objects.filter(company=company, word__in=known - wanted).delete()
    CompanyWord.objects.bulk_create(CompanyWord(company_id=company, word=word) for word in wanted - known)
