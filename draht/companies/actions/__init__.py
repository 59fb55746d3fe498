"""Every write about companies."""

from draht.companies.actions.claims import claim_page, decide_claim
from draht.companies.actions.employment import (
    confirm_employment,
    confirm_employment_by_mail,
    end_employment,
    follow_departure,
    refuse_employment,
)
from draht.companies.actions.letters import send_letter
from draht.companies.actions.log import note
from draht.companies.actions.mandates import (
    accept_mandate,
    end_mandate,
    keep_terms,
    offer_mandate,
    write_handover,
)
from draht.companies.actions.page import (
    add_place,
    change_place,
    create_company,
    describe_about,
    describe_head,
    describe_imprint,
    describe_work,
    publish_page,
    remove_logo,
    remove_place,
    set_hours,
    set_logo,
    set_names,
    withdraw_page,
)
from draht.companies.actions.proof import ask_for_proof, prove_by_host, prove_by_mail, record_look, set_domain
from draht.companies.actions.quiet import set_quiet_hours
from draht.companies.actions.team import (
    accept_invitation,
    decline_invitation,
    invite,
    leave_team,
    set_roles,
    withdraw_invitation,
)
from draht.companies.actions.watch import watch_words

__all__ = [
    "accept_invitation",
    "accept_mandate",
    "add_place",
    "ask_for_proof",
    "change_place",
    "claim_page",
    "confirm_employment",
    "confirm_employment_by_mail",
    "create_company",
    "decide_claim",
    "decline_invitation",
    "describe_about",
    "describe_head",
    "describe_imprint",
    "describe_work",
    "end_employment",
    "end_mandate",
    "follow_departure",
    "invite",
    "keep_terms",
    "leave_team",
    "note",
    "offer_mandate",
    "prove_by_host",
    "prove_by_mail",
    "publish_page",
    "record_look",
    "refuse_employment",
    "remove_logo",
    "remove_place",
    "send_letter",
    "set_domain",
    "set_hours",
    "set_logo",
    "set_names",
    "set_quiet_hours",
    "set_roles",
    "watch_words",
    "withdraw_invitation",
    "withdraw_page",
    "write_handover",
]
