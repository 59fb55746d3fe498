"""Facts about hints."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from draht.actors.models import Actor


class HintKind(models.TextChoices):
    """What something in a text looks like."""

    IBAN = "iban", _("a bank account (IBAN)")
    PHONE = "phone", _("a phone number")
    MAIL = "mail", _("a mail address")
    BIRTH = "birth", _("somebody’s date of birth")
    INTERNAL = "internal", _("something internal")
    WATCHED = "watched", _("a word that your company watches")


class Watch(models.Model):
    """What a company wants to be asked about, and what it always publishes, one a line."""

    actor = models.OneToOneField(Actor, on_delete=models.CASCADE, primary_key=True, related_name="+")
    words = models.TextField(blank=True, default="")
    known = models.TextField(blank=True, default="")

    objects: ClassVar[models.Manager["Watch"]] = models.Manager()


class HintCount(models.Model):
    """How often something of a kind was hinted at on a day, and how often it was published all the same."""

    pk = models.CompositePrimaryKey("actor_id", "day", "kind")
    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    kind = models.CharField(max_length=8, choices=HintKind.choices)
    shown = models.PositiveIntegerField(default=0)
    published = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["HintCount"]] = models.Manager()
