"""A ready set of house rules, for a company to change.

After the ten tips that the German association of the digital economy (BVDW) gives to companies for what their people
say in public; the words are ours.
"""

from django.utils.translation import gettext_lazy as _

READY = (
    _("Secrets stay inside: customers, prices, drawings and plans that are not public yet."),
    _("Criticism of colleagues stays inside, too. We tell each other, not the public."),
    _("Say when you speak for the company. What is only your own opinion, say in your own name."),
    _("You answer for what you write. If in doubt, ask somebody, or sleep on it."),
    _("What is published can be quoted, even years later. Write what you would still sign then."),
    _("Customers are always answered kindly, also when they are angry."),
    _("We admit mistakes, put them right, and do not delete them in silence."),
    _("We speak fairly of competitors, suppliers and customers. We do not argue for the sake of arguing."),
    _("Pictures, texts and names belong to somebody. Ask before you use them, and ask whoever is in a picture."),
    _("When many complain, or the press asks, do not answer alone: tell the owners of this page first."),
)


def ready_set() -> str:
    """The ready set as a Markdown list, in the language of whoever looks."""
    return "\n".join(f"{number}. {rule}" for number, rule in enumerate(READY, 1))
