"""Facts about accounts."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models, transaction

from draht.common import clock
from draht.common.ids import new_id


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A new account, made by the host, the demo trade or an import, not by the person (that is `sign_up`).

        Without a password it is entered by a one-time link, or after "forgot password". The address counts as confirmed
        and the house rules as told: who makes an account for somebody answers for that.
        """
        if "rules_version" not in fields:
            fields["rules_version"] = HouseRules.objects.newest_version()
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        with transaction.atomic():
            user.save()
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    def bring_in(self, users: Sequence["User"]) -> None:
        """Many new accounts at a time, as `create_user` would make them."""
        with transaction.atomic():
            self.bulk_create(users)
            EmailAddress.objects.bulk_create(
                EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
            )

    def taken(self, emails: Iterable[str]) -> set[str]:
        """Those of these addresses, in lower case, that belong to an account, be it as one of several."""
        wanted = list(emails)
        known = self.filter(email__in=wanted).values_list("email", flat=True)
        confirmed = EmailAddress.objects.filter(email__in=wanted, verified=True).values_list("email", flat=True)
        return {*known, *confirmed}


class User(AbstractBaseUser, PermissionsMixin):
    """The account behind a member: an address to sign in with, and nothing that others see."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    # Always lower case, so that one address is one account.
    email = models.EmailField(max_length=254, unique=True)
    language = models.CharField(max_length=8, default="en")
    is_active = models.BooleanField(default=True)
    is_host = models.BooleanField(default=False)
    # The house rules that this person acknowledged last; 0 for none.
    rules_version = models.PositiveIntegerField(default=0, db_default=0)
    created = models.DateTimeField(default=clock.now)
    # Since when this account is closed: it is empty and goes for good a week later.
    closed = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.email


class Invitation(models.Model):
    """One person may come in once, because a member vouches for them."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    # As it stood in the mail.
    by_name = models.CharField(max_length=130)
    # Empty for a link that the member hands over, and again when the invitation has ended.
    email = models.EmailField(max_length=254, blank=True)
    words = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    expires = models.DateTimeField(db_index=True)
    accepted = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    revoked = models.DateTimeField(null=True, blank=True)
    # The invited found it expired and would like another.
    asked_again = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["Invitation"]] = models.Manager()

    class Meta:
        indexes = [models.Index(fields=["by", "-id"], name="invitation_by_newest")]

    def __str__(self) -> str:
        return f"Invitation {self.id}"


class InvitedAddress(models.Model):
    """An address that was invited by mail, as a digest: one mail for ever, and none for those who want none."""

    digest = models.CharField(max_length=64, primary_key=True)
    written = models.DateTimeField(null=True, blank=True)
    asked_again = models.BooleanField(default=False)
    never = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["InvitedAddress"]] = models.Manager()

    def __str__(self) -> str:
        return self.digest[:8]


class SignUp(models.Model):
    """Somebody who asked to come in and is not in yet: the account exists and can do nothing."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="sign_up")
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=60)
    # What they tell the host, when the host decides.
    words = models.TextField(blank=True)
    invitation = models.OneToOneField(Invitation, null=True, blank=True, on_delete=models.SET_NULL)
    needs_approval = models.BooleanField()
    # When the address was confirmed.
    confirmed = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager["SignUp"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}"


class HouseRulesManager(models.Manager["HouseRules"]):
    def newest_version(self) -> int:
        """The version that holds now; 0 if none was published."""
        return self.aggregate(newest=models.Max("version"))["newest"] or 0


class HouseRules(models.Model):
    """What holds here, in Markdown. A published version never changes; a new one is asked for again."""

    version = models.PositiveIntegerField(primary_key=True)
    text_en = models.TextField()
    text_de = models.TextField()
    published = models.DateTimeField(default=clock.now)

    objects: ClassVar[HouseRulesManager] = HouseRulesManager()

    def __str__(self) -> str:
        return f"House rules {self.version}"


class Acknowledgement(models.Model):
    """A person agreed to a version of the house rules."""

    id = models.BigIntegerField(primary_key=True, default=new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="acknowledgements")
    version = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)

    objects: ClassVar[models.Manager["Acknowledgement"]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "version"], name="acknowledged_once")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.version}"


class SignInLink(models.Model):
    """A link that signs in once. Only its digest is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    expires = models.DateTimeField()

    objects: ClassVar[models.Manager["SignInLink"]] = models.Manager()

    def __str__(self) -> str:
        return self.digest[:8]


class SharedValue(models.Model):
    """The table of Django's database cache: counts of rate limits, shared by all web processes."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager["SharedValue"]] = models.Manager()

    class Meta:
        db_table = "accounts_shared_value"

    def __str__(self) -> str:
        return self.cache_key
