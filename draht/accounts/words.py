"""Our words for what allauth has to say."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ERRORS: dict[str, Promise] = {
    "account_inactive": _("This account is closed."),
    "cannot_remove_primary_email": _("This is the address you sign in with. Choose another one for that first."),
    "duplicate_email": _("This address belongs to your account already."),
    "email_password_mismatch": _("The address or the password is not right."),
    "email_taken": _("This address belongs to another account."),
    "enter_current_password": _("That is not your current password."),
    "incorrect_code": _("This code is not right."),
    "incorrect_password": _("The password is not right."),
    "invalid_login": _("The address or the password is not right."),
    "invalid_password_reset": _("This link was used already or has expired."),
    "max_email_addresses": _("You can have at most %d addresses."),
    "too_many_login_attempts": _("Too many attempts that failed. Please wait five minutes."),
    "unverified_primary_email": _("The address you sign in with must be confirmed."),
    "rate_limited": _("That was too often. Please wait a few minutes."),
}

MFA_ERRORS: dict[str, Promise] = {
    "add_email_blocked": _("An account with a second factor cannot take another address. Remove the factor first."),
    "cannot_delete_authenticator": _("This cannot be removed."),
    "cannot_generate_recovery_codes": _("Recovery codes need an authenticator app or a passkey first."),
    "incorrect_code": _("This code is not right."),
    "unverified_email": _("Please confirm your address first."),
}

# What is not named here is said by the page itself.
_MESSAGES: dict[str, Promise] = {
    "account/messages/cannot_delete_primary_email.txt": ERRORS["cannot_remove_primary_email"],
    "account/messages/email_confirmation_failed.txt": _("%(email)s belongs to another account."),
    "account/messages/email_confirmation_sent.txt": _("We have written to %(email)s."),
    "account/messages/email_confirmed.txt": _("%(email)s is confirmed."),
    "account/messages/email_deleted.txt": _("%(email)s is removed."),
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "account/messages/primary_email_set.txt": _("You sign in with this address from now on."),
    "account/messages/unverified_primary_email.txt": ERRORS["unverified_primary_email"],
    "mfa/messages/recovery_codes_generated.txt": _(
        "Here are your new recovery codes. The old ones do not work any more."
    ),
    "mfa/messages/totp_activated.txt": _("The authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": _("The authenticator app is removed."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("All other devices are signed out."),
}


def message(template: str, shown: dict[str, Any]) -> str:
    """The text for one of allauth's message templates, "" for those that we do not show."""
    return str(_MESSAGES[template]) % shown if template in _MESSAGES else ""
