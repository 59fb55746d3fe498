"""What search engines are told of a profile or a company: schema.org in JSON-LD. Only what the page shows."""

from typing import Any

from draht.companies.queries import CompanyPage
from draht.media.queries import address as picture_address
from draht.members.queries import ProfilePage


def profile_data(page: ProfilePage, address: str, site: str) -> dict[str, Any]:
    """A ProfilePage about a Person. `address` is the page's, `site` that of the front page, without a slash."""
    person: dict[str, Any] = {
        "@type": "Person",
        "name": page.line.name,
        "givenName": page.first_name,
        "familyName": page.last_name,
        "url": address,
        "identifier": page.line.handle,
    }
    current = next((station for station in page.stations if station.is_current), None)
    found = {
        "description": page.line.headline,
        "image": f"{site}{picture_address(page.portrait, 384)}" if page.portrait else "",
        "jobTitle": current.title if current else "",
        "worksFor": {"@type": "Organization", "name": current.employer} if current else "",
        "alumniOf": [{"@type": "EducationalOrganization", "name": line.school} for line in page.education],
        "knowsAbout": page.skills,
        "knowsLanguage": [
            {"@type": "Language", "name": line.name, "alternateName": line.code} for line in page.languages
        ],
        "homeLocation": {"@type": "Place", "name": page.place} if page.place else "",
        "sameAs": [link.url for link in page.links],
    }
    person |= {name: value for name, value in found.items() if value}
    return {"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": person}


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def company_data(page: CompanyPage, address: str, site: str) -> dict[str, Any]:
    """An Organization. `address` is the page's, `site` that of the front page, without a slash."""
    places: list[dict[str, Any]] = [
        {
            "@type": "Place",
            "name": place.label or page.line.name,
            "address": {
                "@type": "PostalAddress",
                "streetAddress": place.street,
                "postalCode": place.postcode,
                "addressLocality": place.city,
                "addressCountry": place.country,
            },
        }
        for place in page.places
    ]
    hours = [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": _DAYS[row.weekday], "opens": opens, "closes": closes}
        for row in page.hours
        for opens, closes in row.times
    ]
    if places and hours:
        places[0]["openingHoursSpecification"] = hours
    found = {
        "description": page.line.headline,
        "alternateName": page.names,
        "logo": f"{site}{picture_address(page.line.avatar, 384)}" if page.line.avatar else "",
        "knowsAbout": page.company.branch,
        "location": places,
        "address": places[0]["address"] if places else "",
    }
    facts: dict[str, Any] = {"@context": "https://schema.org", "@type": "Organization", "name": page.line.name}
    facts |= {"url": address, "identifier": page.line.handle}
    return facts | {name: value for name, value in found.items() if value}
