"""Whatever says something about a person is in their archive, or here is said why it is not.

A table that refers to a person, a new one as well, has to be named here.
"""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from draht.accounts.models import User
from draht.actors.models import Actor
from draht.conftest import Persona
from draht.members.models import Member
from draht.portability.tests.test_export import exported

# The relations by which the archive finds what it tells, and the file that tells it.
TOLD = {
    "account.EmailAddress.user": "member.json",
    "accounts.Acknowledgement.user": "member.json",
    "accounts.Invitation.by": "member.json",
    "companies.LogEntry.member": "page_log.json",
    "companies.Mandate.by": "mandates.json",
    "companies.Mandate.caretaker": "mandates.json",
    "companies.Mandate.ended_by": "mandates.json",
    "companies.PageClaim.member": "member.json",
    "companies.TeamInvitation.by": "member.json",
    "companies.TeamInvitation.member": "member.json",
    "companies.TeamRole.member": "member.json",
    "conduct.Acknowledgement.member": "member.json",
    "conduct.RulesVersion.by": "member.json",
    "contacts.ContactNote.owner": "contacts.json",
    "contacts.ContactRequest.asker": "requests.json",
    "contacts.ContactTag.owner": "contacts.json",
    "contacts.Release.owner": "contacts.json",
    "contacts.RememberedField.owner": "member.json",
    "enquiries.Desk.deputy": "member.json",
    "enquiries.Enquiry.asker": "enquiries.json",
    "enquiries.Enquiry.assigned": "inbox.json",
    "enquiries.Message.writer": "inbox.json",
    "enquiries.Note.writer": "inbox.json",
    "giveaways.Entry.member": "giveaways.json",
    "members.CardField.member": "member.json",
    "members.Education.member": "member.json",
    "members.Interest.member": "member.json",
    "members.Language.member": "member.json",
    "members.Link.member": "member.json",
    "members.Member.actor": "member.json",
    "members.Member.user": "member.json",
    "members.Profile.member": "member.json",
    "members.SectionAudience.member": "member.json",
    "members.Skill.member": "member.json",
    "members.Station.member": "member.json",
    "mfa.Authenticator.user": "member.json",
    "moderation.Appeal.author": "member.json",
    "newsroom.Draft.released_by": "drafts.json",
    "newsroom.Draft.writer": "drafts.json",
    "newsroom.DraftComment.member": "drafts.json",
    "newsroom.DraftVersion.by": "drafts.json",
    "notifications.NoticeChoice.member": "member.json",
    "posts.Comment.author": "comments.json",
    "posts.Comment.writer": "comments.json",
    "posts.Like.actor": "likes.json",
    "posts.Post.author": "posts.json",
    "posts.Post.writer": "posts.json",
    "posts.Recommendation.actor": "recommendations.json",
    "ties.Tie.source": "contacts.json",
    "usersessions.UserSession.user": "member.json",
}

COMPANY = "An actor, and always a company or an audience."
SECRET = "It would let somebody in."
DERIVED = "Made from what is told, and made anew from it."
THEIRS = "What somebody else did: it goes out with them."
SAID_BESIDE = "A company, or the writer: told beside what they wrote."
PASSING = "Gone within days; what came of it is told."

NOT_TOLD = {
    "accounts.Invitation.accepted_by": "Who invited the member: the invitation is theirs.",
    "accounts.SignInLink.user": SECRET,
    "accounts.SignUp.user": "Deleted when somebody becomes a member.",
    "actors.Activity.actor": DERIVED,
    "actors.Voice.actor": COMPANY,
    "actors.Voice.agency": DERIVED,
    "actors.Voice.speaker": DERIVED,
    "companies.Company.actor": COMPANY,
    "contacts.Change.member": DERIVED,
    "contacts.ContactNote.contact": "A secret of who wrote it.",
    "contacts.ContactRequest.asked": THEIRS,
    "contacts.ContactTag.contact": "A secret of who wrote it.",
    "contacts.Release.contact": THEIRS,
    "enquiries.Message.agency": "A company, or the writer: the answer is told by them.",
    "hints.HintCount.actor": COMPANY,
    "hints.Watch.actor": COMPANY,
    "insights.MonthFigure.company": COMPANY,
    "insights.Step.actor": DERIVED,
    "insights.Step.parent": "Who passed a post on after the member: " + THEIRS,
    "members.NameWord.member": DERIVED,
    "members.Station.employer_actor": COMPANY,
    "moderation.Appeal.company": COMPANY,
    "moderation.Appeal.host": "A decision of the host, told to who asked for it.",
    "newsroom.Draft.audience": COMPANY,
    "notifications.Notice.actor": "A notice belongs to who is told; what the member did is told.",
    "notifications.Notice.recipient": THEIRS,
    "portability.Takeaway.member": "The archive itself.",
    "posts.Case.company": COMPANY,
    "posts.Comment.agency": SAID_BESIDE,
    "posts.DraftPicture.author": PASSING + " The pictures themselves are in the archive.",
    "posts.Hiding.company": COMPANY,
    "posts.Mention.actor": "In somebody else’s words: " + THEIRS,
    "posts.Post.agency": SAID_BESIDE,
    "posts.Post.audience": "Told as whom a post is for.",
    "posts.Sent.author": PASSING,
    "ties.Tie.target": "Who follows, mutes or blocks the member: told, it would go across a block.",
}


def _relations() -> dict[str, re.Pattern[str]]:
    """Every relation to a person, and how a statement looks that asks for rows by it."""
    return {
        f"{model._meta.label}.{field.name}": re.compile(
            rf'"{model._meta.db_table}".*"{field.attname}" = |= "{model._meta.db_table}"."{field.attname}"'
        )
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model in (Actor, Member, User)
    }


def test_every_relation_to_a_person_is_told_or_it_is_said_why_not() -> None:
    assert set(TOLD) & set(NOT_TOLD) == set()
    assert set(_relations()) == set(TOLD) | set(NOT_TOLD)


@pytest.mark.django_db
def test_what_is_told_is_asked_for_by_that_relation_and_has_its_file(ada: Persona) -> None:
    with CaptureQueriesContext(connection) as statements:
        files = exported(ada.id)
    asked = [each["sql"] for each in statements.captured_queries]
    relations = _relations()
    not_asked = {told for told in TOLD if not any(relations[told].search(sql) for sql in asked)}
    assert not_asked == set()
    assert set(TOLD.values()) <= set(files)
