"""Facts about the house rules of companies."""

from typing import ClassVar

from django.db import models

from draht.common import clock
from draht.common.ids import new_id
from draht.companies.models import Company
from draht.members.models import Member

LONGEST_RULES = 8_000


class RulesVersion(models.Model):
    """House rules as they were put into force; its id says when. It never changes: the newest one holds."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+", db_index=False)
    text = models.TextField(max_length=LONGEST_RULES)
    html = models.TextField()
    # None once they have left the network.
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")

    objects: ClassVar[models.Manager["RulesVersion"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["company", "id"], name="conduct_versions")]


class Acknowledgement(models.Model):
    """Somebody who acts for the company read this version and holds to it."""

    pk = models.CompositePrimaryKey("version_id", "member_id")
    version = models.ForeignKey(RulesVersion, on_delete=models.CASCADE, related_name="+", db_index=False)
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Acknowledgement"]] = models.Manager()
