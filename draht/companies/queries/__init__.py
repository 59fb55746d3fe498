"""Every read about companies."""

from draht.companies.queries.claims import claim_with, claims_of, open_claims
from draht.companies.queries.directory import find_companies, newest_companies, pages_called
from draht.companies.queries.log import log
from draht.companies.queries.mandates import MandateLine, agency_called, mandate_with, mandates_of, own_mandates
from draht.companies.queries.page import (
    CompanyDesk,
    CompanyPage,
    HourRow,
    company_desk,
    company_page,
    desk_of_company,
    hours_of_company,
    page_of_company,
    place_facts,
    visible_desk_of,
)
from draht.companies.queries.people import (
    claimed_stations,
    linked_company,
    own_station,
    own_stations,
    person_of,
    station_at,
    station_of,
    stations_at,
)
from draht.companies.queries.proofs import ProofLine, proofs_of, proofs_to_look_at
from draht.companies.queries.quiet import QuietLine, is_quiet, quiet_companies_of
from draht.companies.queries.team import (
    invitation_of,
    invitation_to,
    invitations_of,
    own_companies,
    own_invitations,
    roles_of,
    team,
)

__all__ = [
    "CompanyDesk",
    "CompanyPage",
    "HourRow",
    "MandateLine",
    "ProofLine",
    "QuietLine",
    "agency_called",
    "claim_with",
    "claimed_stations",
    "claims_of",
    "company_desk",
    "company_page",
    "desk_of_company",
    "find_companies",
    "hours_of_company",
    "invitation_of",
    "invitation_to",
    "invitations_of",
    "is_quiet",
    "linked_company",
    "log",
    "mandate_with",
    "mandates_of",
    "newest_companies",
    "open_claims",
    "own_companies",
    "own_invitations",
    "own_mandates",
    "own_station",
    "own_stations",
    "page_of_company",
    "pages_called",
    "person_of",
    "place_facts",
    "proofs_of",
    "proofs_to_look_at",
    "quiet_companies_of",
    "roles_of",
    "station_at",
    "station_of",
    "stations_at",
    "team",
    "visible_desk_of",
]
