"""House rules: published once, acknowledged by each."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht.accounts import rules
from draht.accounts.models import Acknowledgement, HouseRules, User
from draht.common import clock
from draht.common.refusal import Refused


@transaction.atomic
def publish_house_rules(*, text_en: str, text_de: str) -> HouseRules:
    """A new version holds from now on, and everybody is asked to agree to it. Both languages are needed."""
    if not text_en.strip() or not text_de.strip():
        raise Refused(_("House rules need a text in English and in German."))
    version = HouseRules.objects.newest_version() + 1
    published = HouseRules.objects.create(version=version, text_en=text_en, text_de=text_de)
    transaction.on_commit(rules.forget_rules_version)
    return published


@transaction.atomic
def acknowledge_house_rules(*, user: User, version: int) -> None:
    """This person has read this version and agrees."""
    if version:
        Acknowledgement.objects.get_or_create(user=user, version=version, defaults={"at": clock.now()})
    User.objects.filter(pk=user.pk, rules_version__lt=version).update(rules_version=version)
    user.rules_version = max(user.rules_version, version)
