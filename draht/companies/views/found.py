"""Where a page of a company is, or one of its team's."""

from django.urls import reverse

from draht.companies.queries import CompanyDesk


def address_of(page: CompanyDesk, name: str = "page") -> str:
    """Where this page is, or one of its team's."""
    return reverse(f"companies:{name}", kwargs={"handle": page.line.handle})
