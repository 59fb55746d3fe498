"""Registers the room."""

from typing import Any

from django.apps import AppConfig


class AccountsApp(AppConfig):
    name = "draht.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Hear from Django and allauth when somebody signs in, or confirms an address by whatever way."""
        from allauth.account.signals import email_confirmed
        from django.contrib.auth.signals import user_logged_in

        from draht.accounts.middleware import remember_first_sight

        user_logged_in.connect(remember_first_sight, dispatch_uid="accounts.seen")
        email_confirmed.connect(let_in, dispatch_uid="accounts.confirmed")


def let_in(email_address: Any, **_known: Any) -> None:
    """The first confirmed address finishes a sign-up."""
    from draht.accounts.actions import confirm_sign_up

    confirm_sign_up(user=email_address.user)
