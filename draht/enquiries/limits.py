"""How often guests may ask: counted per internet address, mail address and company. The rates stand in the settings."""

from allauth.core import ratelimit
from django.http import HttpRequest


def is_from_too_busy_a_place(request: HttpRequest) -> bool:
    """Whether too many guests asked from this internet address."""
    return not ratelimit.consume(request, action="enquiry_by_ip")


def is_too_much_for(request: HttpRequest, company: int) -> bool:
    """Whether guests asked this company too much."""
    return not ratelimit.consume(request, action="enquiry_to_company", key=str(company))


def is_written_to_too_often(request: HttpRequest, email: str) -> bool:
    """Whether this mail address got too many links. Whoever typed it is not told: it may be another's."""
    return not ratelimit.consume(request, action="enquiry_by_address", key=email)
