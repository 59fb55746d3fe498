"""Where a refusal is shown, and where an act leads back to."""

from django.forms import Form
from django.urls import reverse

from draht.common.refusal import Refused


def refuse(form: Form, refused: Refused) -> None:
    """Show a refusal at its field, or with the form as a whole."""
    form.add_error(refused.field if refused.field in form.fields else None, refused.message)


def page_of(giveaway: int) -> str:
    """The address of a giveaway."""
    return reverse("giveaways:giveaway", kwargs={"giveaway": giveaway})
