"""Every write of this room."""

from draht.accounts.actions.accounts import (
    choose_language,
    close_account,
    make_host,
    make_sign_in_link,
    prune_accounts,
    use_sign_in_link,
)
from draht.accounts.actions.house_rules import acknowledge_house_rules, publish_house_rules
from draht.accounts.actions.invitations import (
    ask_for_another_invitation,
    invite_by_link,
    invite_by_mail,
    refuse_invitations,
    revoke_invitation,
)
from draht.accounts.actions.sign_up import approve_sign_up, begin_sign_up, confirm_sign_up, decline_sign_up

__all__ = [
    "acknowledge_house_rules",
    "approve_sign_up",
    "ask_for_another_invitation",
    "begin_sign_up",
    "choose_language",
    "close_account",
    "confirm_sign_up",
    "decline_sign_up",
    "invite_by_link",
    "invite_by_mail",
    "make_host",
    "make_sign_in_link",
    "prune_accounts",
    "publish_house_rules",
    "refuse_invitations",
    "revoke_invitation",
    "use_sign_in_link",
]
