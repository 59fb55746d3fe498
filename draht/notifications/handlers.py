"""Who is told when something happens. Each may run twice, and looks up what is true when it runs.

A notice has the id of the act that it tells of, so that it stands where that happened, however late it is told.
"""

from django.utils import timezone

from draht.common.ids import id_at, new_id
from draht.companies import events as companies
from draht.companies.rules import Right, own_people_with, people_with
from draht.contacts.events import ContactAgreed, ContactRequested, RequestRefused, RequestWithdrawn
from draht.enquiries.events import (
    AnswerMissed,
    EnquiryAnswered,
    EnquiryAsked,
    EnquiryAssigned,
    EnquiryDeleted,
    WaitEnded,
)
from draht.enquiries.models import Stage
from draht.enquiries.queries import asker_of, told_of_missed_answer, told_of_question
from draht.giveaways.events import GiveawayCleared, WinnerDrawn
from draht.giveaways.queries import waiting_winner
from draht.members.events import MemberLeft
from draht.members.queries import hosts
from draht.moderation.events import AppealDecided, AppealMade
from draht.moderation.queries import decided_about
from draht.newsroom import events as newsroom
from draht.newsroom.queries import is_newest_version
from draht.notifications import actions
from draht.notifications.models import Kind
from draht.posts import events as posts
from draht.posts.queries import author_of, like_id, listener_of, mentioned, recommendation_id
from draht.ties.events import ActorBlocked, ActorFollowed
from draht.ties.models import TieKind
from draht.ties.queries import tied_since

# --- posts ------------------------------------------------------------------------------------------------------------


def tell_of_mentions(event: posts.PostPublished | posts.PostEdited) -> None:
    """Tell the members whom a post mentions."""
    for member in mentioned(event.post):
        actions.give_notice(
            id=event.post,
            recipient=member,
            kinds={Kind.MENTION: event.post},
            actor=event.author,
            writer=event.writer if isinstance(event, posts.PostPublished) else event.by,
            object_id=event.post,
            post=event.post,
        )


def tell_of_comment(event: posts.CommentWritten) -> None:
    """Tell whose comment is answered, whose post it is, and who is mentioned: each once."""
    if author_of(event.post, event.comment) is None:
        return
    told: dict[int, dict[Kind, int]] = {}
    if event.answered and (answered := listener_of(event.post, event.answered)):
        told.setdefault(answered, {})[Kind.ANSWER] = event.answered
    if listener := listener_of(event.post):
        told.setdefault(listener, {})[Kind.COMMENT] = event.post
    for member in mentioned(event.post, comment=event.comment):
        told.setdefault(member, {})[Kind.MENTION] = event.comment
    company = author_of(event.post)
    if company is not None and company != event.author:
        for member in people_with(company, Right.ANSWER):
            told.setdefault(member, {}).setdefault(Kind.ON_COMPANY, event.post)
    for member, kinds in told.items():
        is_own = company == member or Kind.ANSWER in kinds
        about = 0 if is_own else company or 0
        _tell_of_words(member, kinds, event, writer=event.writer, company=about)


def tell_of_mentions_in_comment(event: posts.CommentEdited) -> None:
    """Tell the members whom a comment mentions now."""
    for member in mentioned(event.post, comment=event.comment):
        _tell_of_words(member, {Kind.MENTION: event.comment}, event, writer=event.by)


def _tell_of_words(
    member: int,
    kinds: dict[Kind, int],
    event: posts.CommentWritten | posts.CommentEdited,
    *,
    writer: int | None,
    company: int = 0,
) -> None:
    actions.give_notice(
        id=event.comment,
        recipient=member,
        kinds=kinds,
        actor=event.author,
        writer=writer,
        object_id=event.comment,
        post=event.post,
        comment=event.comment,
        company=company,
    )


def tell_of_like(event: posts.PostLiked) -> None:
    """Tell the author of a post who likes it."""
    _tell_author(Kind.LIKE, like_id(event.actor, event.post), event.actor, event.post)


def tell_of_comment_like(event: posts.CommentLiked) -> None:
    """Tell the author of a comment who likes it."""
    like = like_id(event.actor, event.post, event.comment)
    _tell_author(Kind.LIKE, like, event.actor, event.post, event.comment)


def tell_of_recommendation(event: posts.PostRecommended) -> None:
    """Tell the author of a post who recommends it."""
    _tell_author(Kind.RECOMMENDATION, recommendation_id(event.actor, event.post), event.actor, event.post)


def _tell_author(kind: Kind, act: int | None, actor: int, post: int, comment: int = 0) -> None:
    """What `actor` did with a post or a comment on it; nothing if the act was taken back or the words are gone."""
    listener = listener_of(post, comment)
    if listener and act:
        about = comment or post
        actions.give_notice(
            id=act,
            recipient=listener,
            kinds={kind: about},
            actor=actor,
            object_id=about,
            post=post,
            comment=comment,
        )


def forget_like(event: posts.LikeWithdrawn) -> None:
    """Forget a like that was taken back and not given again."""
    if like_id(event.actor, event.post, event.comment) is None:
        actions.take_back_notice(kind=Kind.LIKE, actor=event.actor, object_id=event.comment or event.post)


def forget_recommendation(event: posts.RecommendationWithdrawn) -> None:
    """Forget a recommendation that was taken back and not given again."""
    if recommendation_id(event.actor, event.post) is None:
        actions.take_back_notice(kind=Kind.RECOMMENDATION, actor=event.actor, object_id=event.post)


def forget_post(event: posts.PostDeleted) -> None:
    """A post that is gone takes its notices with it."""
    actions.remove_notices_of_post(post=event.post)


def forget_comment(event: posts.CommentDeleted) -> None:
    """A comment that is gone takes its notices with it."""
    actions.remove_notices_of_comment(post=event.post, comment=event.comment)


# --- criticism --------------------------------------------------------------------------------------------------------


def tell_of_case(event: posts.CaseMoved) -> None:
    """Tell the other side of a case that there is news in it."""
    if event.by == event.author:
        for member in people_with(event.company, Right.ANSWER):
            _tell_of_criticism(event, Kind.CASE, member, actor=event.author, company=event.company)
    else:
        _tell_of_criticism(event, Kind.CASE, event.author, actor=event.company)


def tell_of_hiding(event: posts.CommentHidden) -> None:
    """Tell the author that their comment is hidden: from there the way leads to the host."""
    _tell_of_criticism(event, Kind.HIDDEN, event.author, actor=event.company)


def _tell_of_criticism(event: posts.CriticismStep, kind: Kind, member: int, *, actor: int, company: int = 0) -> None:
    actions.give_notice(
        id=event.act,
        recipient=member,
        kinds={kind: event.comment},
        actor=actor,
        object_id=event.act,
        post=event.post,
        comment=event.comment,
        company=company,
    )


def tell_of_appeal(event: AppealMade) -> None:
    """Tell the hosts that somebody waits for a decision."""
    for host in hosts():
        _tell_of_company(event.appeal, host, {Kind.APPEAL: event.appeal}, event.author, event.appeal)


def tell_of_appeal_decision(event: AppealDecided) -> None:
    """Tell both sides what the host decided; the other hosts have nothing to do any more."""
    actions.take_back_notice(kind=Kind.APPEAL, actor=event.author, object_id=event.appeal)
    place = decided_about(event.appeal)
    if place is None:
        return
    for member in {event.author, *people_with(event.company, Right.ANSWER)}:
        actions.give_notice(
            id=event.act,
            recipient=member,
            kinds={Kind.APPEAL: event.appeal},
            actor=event.host,
            object_id=event.appeal,
            post=place[0],
            comment=place[1],
            company=0 if member == event.author else event.company,
        )


# --- contacts and ties ------------------------------------------------------------------------------------------------


def tell_of_request(event: ContactRequested) -> None:
    """Tell a member who asks for contact."""
    actions.give_notice(
        id=event.request,
        recipient=event.asked,
        kinds={Kind.REQUEST: event.request},
        actor=event.asker,
        object_id=event.request,
    )


def forget_request(event: RequestWithdrawn) -> None:
    """A request that was taken back was never there."""
    actions.take_back_notice(kind=Kind.REQUEST, actor=event.asker, object_id=event.request)


def tell_of_acceptance(event: ContactAgreed) -> None:
    """Tell the asker; the asked has dealt with the request."""
    actions.mark_read(recipient=event.asked, kind=Kind.REQUEST, object_id=event.request)
    agreed = tied_since(event.asker, TieKind.CONTACT, event.asked)
    if agreed:
        actions.give_notice(
            id=id_at(agreed),
            recipient=event.asker,
            kinds={Kind.ACCEPTANCE: event.request},
            actor=event.asked,
            object_id=event.request,
        )


def close_refused_request(event: RequestRefused) -> None:
    """The asked has dealt with the request; the asker does not learn of it."""
    actions.mark_read(recipient=event.asked, kind=Kind.REQUEST, object_id=event.request)


def tell_of_follow(event: ActorFollowed) -> None:
    """Tell a member who follows them. Those of one day are one group."""
    began = tied_since(event.source, TieKind.FOLLOW, event.target)
    if began:
        actions.give_notice(
            id=id_at(began),
            recipient=event.target,
            kinds={Kind.FOLLOW: timezone.localdate(began).isoformat()},
            actor=event.source,
        )


# --- companies --------------------------------------------------------------------------------------------------------


def tell_of_invitation(event: companies.TeamInvited) -> None:
    """Tell a member which company asks them into its team."""
    kinds = {Kind.TEAM: event.invitation}
    _tell_of_company(event.invitation, event.member, kinds, event.company, event.invitation)


def tell_of_employment(event: companies.EmploymentConfirmed) -> None:
    """Tell a member which company confirms that they work there."""
    _tell_of_company(event.act, event.member, {Kind.EMPLOYED: event.station}, event.company, event.station)


def tell_of_departure(event: companies.EmploymentEnded) -> None:
    """Remind a member who no longer works somewhere of the business card, once."""
    _tell_of_company(event.act, event.member, {Kind.DEPARTED: event.station}, event.company, event.station)


def tell_of_decision(event: companies.ClaimDecided) -> None:
    """Tell a member that the host has decided about a page."""
    _tell_of_company(new_id(), event.member, {Kind.DECISION: event.claim}, event.company, event.claim)


def tell_of_mandate(event: companies.MandateOffered) -> None:
    """Tell a member which company offers them a mandate."""
    _tell_of_company(event.mandate, event.member, {Kind.MANDATE: event.mandate}, event.company, event.mandate)


def tell_of_draft(event: newsroom.DraftWaits) -> None:
    """Tell those of the company who may release a draft that it waits, in its newest version."""
    if not is_newest_version(event.draft, event.version):
        return
    actions.take_back_notice(kind=Kind.DRAFT, actor=event.writer, object_id=event.draft)
    for member in own_people_with(event.company, Right.WRITE):
        kinds = {Kind.DRAFT: event.draft}
        _tell_of_company(event.version, member, kinds, event.writer, event.draft, company=event.company)


def tell_of_release(event: newsroom.DraftReleased) -> None:
    """Tell the writer that a draft is released; the others have nothing to do any more."""
    actions.take_back_notice(kind=Kind.DRAFT, actor=event.writer, object_id=event.draft)
    _tell_of_company(event.act, event.writer, {Kind.RELEASED: event.draft}, event.company, event.draft)


def tell_of_return(event: newsroom.DraftReturned) -> None:
    """Tell the writer that a draft came back."""
    actions.take_back_notice(kind=Kind.DRAFT, actor=event.writer, object_id=event.draft)
    actions.take_back_notice(kind=Kind.RETURNED, actor=event.company, object_id=event.draft)
    _tell_of_company(event.act, event.writer, {Kind.RETURNED: event.draft}, event.company, event.draft)


def tell_of_stop(event: newsroom.DraftStopped) -> None:
    """Tell whoever planned a draft that the clock could not publish it."""
    kinds = {Kind.STOPPED: event.draft}
    _tell_of_company(event.act, event.member, kinds, event.company, event.draft, company=event.company)


def _tell_of_company(id: int, member: int, kinds: dict[Kind, int], actor: int, about: int, *, company: int = 0) -> None:
    actions.give_notice(id=id, recipient=member, kinds=kinds, actor=actor, object_id=about, company=company)


# --- partings ---------------------------------------------------------------------------------------------------------


def forget_blocked(event: ActorBlocked) -> None:
    """Whoever is blocked is told of no more, either way."""
    actions.remove_notices_between(one=event.source, other=event.target)


def forget_member(event: MemberLeft) -> None:
    """Whoever left told nobody anything any more."""
    actions.remove_notices_of_actor(actor=event.member)


# --- enquiries: the company speaks, whoever of its team it was --------------------------------------------------------

_STAGES = {Stage.ANSWERERS: Kind.REMINDER, Stage.DEPUTY: Kind.DUE, Stage.OWNERS: Kind.OVERDUE}


def tell_of_question(event: EnquiryAsked) -> None:
    """Tell whoever looks after the enquiry, else all who answer for the company."""
    for member in told_of_question(event.enquiry):
        _tell_of_enquiry(
            event.message, member, Kind.ENQUIRY, event.company, event.enquiry, event.message, company=event.company
        )


def tell_of_reply(event: EnquiryAnswered) -> None:
    """Tell the member who asked; a guest gets a mail."""
    if asker := asker_of(event.enquiry):
        _tell_of_enquiry(event.message, asker, Kind.REPLY, event.company, event.enquiry, event.message)


def tell_of_assignment(event: EnquiryAssigned) -> None:
    """Tell a member of the team to whom a colleague gave an enquiry."""
    _tell_of_enquiry(
        event.change, event.member, Kind.ASSIGNMENT, event.by, event.enquiry, event.change, company=event.company
    )


def tell_of_missed_answer(event: AnswerMissed) -> None:
    """Tell whom the clock has come to, if somebody still waits."""
    for member in told_of_missed_answer(event.wait, event.stage):
        kind = _STAGES[Stage(event.stage)]
        _tell_of_enquiry(new_id(), member, kind, event.company, event.enquiry, event.wait, company=event.company)


def _tell_of_enquiry(
    act: int, recipient: int, kind: Kind, actor: int, enquiry: int, about: int, *, company: int = 0
) -> None:
    actions.give_notice(
        id=act,
        recipient=recipient,
        kinds={kind: enquiry},
        actor=actor,
        object_id=about,
        enquiry=enquiry,
        company=company,
    )


def settle_enquiry(event: WaitEnded) -> None:
    """A colleague has answered."""
    actions.settle_enquiry(enquiry=event.enquiry)


def forget_enquiry(event: EnquiryDeleted) -> None:
    """An enquiry that is gone takes its notices with it."""
    actions.remove_notices_of_enquiry(enquiry=event.enquiry)


# --- giveaways --------------------------------------------------------------------------------------------------------


def tell_of_win(event: WinnerDrawn) -> None:
    """Tell a winner that a prize waits for their answer."""
    winner = waiting_winner(event.win)
    if winner:
        actions.give_notice(
            id=event.win,
            recipient=winner,
            kinds={Kind.WIN: event.giveaway},
            actor=event.company,
            object_id=event.giveaway,
        )


def forget_wins(event: GiveawayCleared) -> None:
    """Who won is deleted with the other data of the giveaway."""
    actions.take_back_notice(kind=Kind.WIN, actor=event.company, object_id=event.giveaway)
