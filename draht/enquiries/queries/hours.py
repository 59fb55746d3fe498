"""When a company is there."""

from draht.companies.hours import Hours, hours_of
from draht.companies.models import Company, OpeningTime, Place


def company_hours(company: int) -> Hours:
    """The hours of a company, with the holidays of its seat. Three queries."""
    zone = Company.objects.values_list("time_zone", flat=True).get(actor=company)
    seat = Place.objects.filter(company=company).order_by("id").values_list("country", "region").first()
    times = OpeningTime.objects.filter(company=company).values_list("weekday", "opens", "closes")
    country, region = seat or ("", "")
    return hours_of(times, time_zone=zone, country=country, region=region)
