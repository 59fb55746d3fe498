"""Mail about accounts: written in the reader's language now, delivered by a worker, so that no answer waits for it."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django_tasks import task

from draht.accounts.models import User

SOON = 50


@task(priority=SOON)
def deliver(to: str, subject: str, text: str, unsubscribe: str = "") -> None:
    """Hand one mail to the mail server. `unsubscribe`: the address that `write` was told."""
    # RFC 3834: no holiday notes in return.
    headers = {"Auto-Submitted": "auto-generated"}
    if unsubscribe:
        headers |= {"List-Unsubscribe": f"<{unsubscribe}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [to], headers=headers).send()


def language_of(email: str) -> str:
    """The language of the account with this address, or the one spoken right now."""
    known = User.objects.filter(email__iexact=email).values_list("language", flat=True).first()
    return known or translation.get_language() or settings.LANGUAGE_CODE


def write(template: str, *, to: str, language: str, unsubscribe: str = "", **words: Any) -> None:
    """Write `<template>_subject.txt` and `<template>_message.txt` in this language and enqueue the mail.

    `unsubscribe`: the address where mail of this sort ends; a POST alone ends it (RFC 2369, RFC 8058).
    Like every write, it belongs into the transaction that causes it.
    """
    with translation.override(language):
        shown = {"network_address": settings.DRAHT_ADDRESS, "email": to, "unsubscribe": unsubscribe, **words}
        subject = " ".join(render_to_string(f"{template}_subject.txt", shown).split())
        text = render_to_string(f"{template}_message.txt", shown).strip() + "\n"
    deliver.enqueue(to, subject, text, unsubscribe)


def address(path: str) -> str:
    """The full address of a path, for mail."""
    return settings.DRAHT_ADDRESS.rstrip("/") + path
