"""Every write about companies."""

from draht.companies.actions.log import note
from draht.companies.actions.page import create_company, publish_page, withdraw_page
from draht.companies.actions.team import leave_team, set_roles

__all__ = ["create_company", "leave_team", "note", "publish_page", "set_roles", "withdraw_page"]
