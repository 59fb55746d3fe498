"""The sentences of the log. A room above that writes into it adds its own with `say`, when it starts.

A sentence may name %(who)s did it, and the facts of its entry by their names: `whom` is read as an actor.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "begun": _("%(who)s began the page."),
    "published": _("%(who)s published the page."),
    "withdrawn": _("%(who)s withdrew the page; only the team sees it."),
    "edited": _("%(who)s edited “%(section)s”."),
    "logo": _("%(who)s changed the logo."),
    "roles": _("%(who)s gave %(whom)s these roles: %(roles)s."),
    "out": _("%(who)s took %(whom)s out of the team."),
    "left": _("%(who)s left the team."),
    "invited": _("%(who)s asked %(whom)s into the team."),
    "joined": _("%(who)s joined the team."),
    "declined": _("%(who)s does not want to join the team."),
    "uninvited": _("%(who)s took the invitation of %(whom)s back."),
    "domain": _("%(who)s named the domain %(domain)s."),
    "proof asked": _("%(who)s asked for the proof “%(kind)s”."),
    "proved": _("Proved: %(kind)s (%(domain)s)."),
    "host proved": _("The host gave their word that the page is the company’s own."),
    "proof lost": _("Not found any more for three days: %(kind)s (%(domain)s)."),
    "employed": _("%(who)s confirmed that %(whom)s works here."),
    "mail employed": _("%(who)s showed by mail to work here."),
    "not employed": _("%(who)s said that %(whom)s does not work here."),
    "ended": _("%(who)s said that %(whom)s no longer works here."),
    "gone": _("%(whom)s no longer works here and has left the team."),
    "kept": _("%(whom)s no longer works here, but is the last owner of this page."),
    "mailed": _("%(who)s had mail sent to an address at the domain."),
    "claimed": _("The host let %(whom)s run the page as well."),
}


def say(sentences: Mapping[str, Promise]) -> None:
    """Let the log tell of what another room does for companies."""
    SENTENCES.update(sentences)
