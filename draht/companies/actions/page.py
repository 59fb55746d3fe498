"""Begin a page, publish it, withdraw it."""

from django.db import transaction
from django.utils.translation import gettext as _

from draht import outbox
from draht.actors.actions import create_actor, let_own_voices_publish
from draht.actors.models import Kind
from draht.common import clock
from draht.common.refusal import Refused
from draht.companies.actions.log import note
from draht.companies.actions.team import set_roles
from draht.companies.actions.words import refresh_words
from draht.companies.events import CompanyPublished
from draht.companies.models import NAME, Company, Role
from draht.richtext import clean_line


@transaction.atomic
def create_company(*, name: str, by: int, headline: str = "") -> Company:
    """Begin the page of a company, unpublished; whoever begins it is its owner. Raises Refused for what is no name."""
    clean = clean_line(name)
    if not clean or len(clean) > NAME:
        raise Refused(_("Please give the company’s name."), field="name")
    actor = create_actor(kind=Kind.COMPANY, name=clean, headline=clean_line(headline))
    company = Company.objects.create(actor=actor)
    refresh_words(company=actor.id)
    note(company=actor.id, member=by, what="begun")
    set_roles(company=actor.id, member=by, roles={Role.OWNER}, by=by)
    return company


@transaction.atomic
def publish_page(*, company: int, by: int) -> None:
    """Let others see the page. Raises Refused while nobody answers for it."""
    page = Company.objects.select_for_update(no_key=True).get(actor=company)
    if not page.imprint:
        raise Refused(_("Please fill in the imprint first: the law wants to know who answers for the page."))
    if page.published is None:
        Company.objects.filter(actor=company).update(published=clock.now())
        let_own_voices_publish(actor=company, may_publish=True)
        note(company=company, member=by, what="published")
        outbox.record(CompanyPublished(company=company, member=by))


@transaction.atomic
def withdraw_page(*, company: int, by: int) -> None:
    """Let only the team see the page."""
    if Company.objects.filter(actor=company).exclude(published=None).update(published=None):
        let_own_voices_publish(actor=company, may_publish=False)
        note(company=company, member=by, what="withdrawn")
