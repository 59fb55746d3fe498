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
    "mandate offered": _("%(who)s offered %(whom)s a mandate."),
    "mandate accepted": _("%(who)s accepted the mandate."),
    "mandate begun": _("The mandate of %(whom)s began."),
    "mandate declined": _("%(who)s declined the mandate."),
    "mandate taken back": _("%(who)s took the offer of a mandate to %(whom)s back."),
    "mandate revoked": _("%(who)s revoked the mandate of %(whom)s."),
    "mandate given up": _("%(who)s gave the mandate up."),
    "mandate term": _("The term of the mandate of %(whom)s is over."),
    "professions named": _("%(who)s named the professions among which followers are wanted: %(words)s"),
    "goal stated": _("%(who)s stated a goal: %(words)s"),
    "target added": _("%(who)s added a target to a goal: %(words)s"),
    "target removed": _("%(who)s removed a target from a goal: %(words)s"),
    "goal closed": _("%(who)s closed a goal: %(words)s"),
    "watch": _("%(who)s changed what to ask about before something is published."),
    "quiet hours": _("%(who)s set quiet hours for mail."),
    "no quiet hours": _("%(who)s ended the quiet hours for mail."),
    "case open": _("%(who)s made a comment a case."),
    "case answered": _("The company answered a case."),
    "case solved": _("%(who)s said that a case is solved."),
    "comment hidden": _("%(who)s hid a comment below a post."),
    "comment shown": _("%(who)s showed a hidden comment again."),
}


def say(sentences: Mapping[str, Promise]) -> None:
    """Let the log tell of what another room does for companies."""
    SENTENCES.update(sentences)
