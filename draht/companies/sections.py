"""The parts of a company's page, each shown and edited as a whole."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Section(models.TextChoices):
    HEAD = "head", _("Name and branch")
    ABOUT = "about", pgettext_lazy("section of a company", "About")
    WORK = "work", _("Makes and seeks")
    PLACES = "places", pgettext_lazy("section of a company", "Places")
    HOURS = "hours", _("Opening hours")
    NAMES = "names", _("Also known as")
    IMPRINT = "imprint", pgettext_lazy("section of a company", "Imprint")
