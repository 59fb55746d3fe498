"""What addresses are about: by name, all there are of it in the trade, each with its owner."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Count, F

from draht.accounts.actions import make_sign_in_link
from draht.accounts.models import Invitation, SignUp, User
from draht.accounts.tokens import invitation_token
from draht.actors.models import EVERYBODY, MEMBERS, Activity, Actor, Kind, Verb
from draht.companies.letters import Letter, link_of
from draht.companies.models import Company, Mandate, PageClaim, Place, Role, TeamInvitation, TeamRole
from draht.companies.sections import Section as CompanySection
from draht.conduct.models import RulesVersion
from draht.contacts.models import ContactNote, ContactRequest, State
from draht.demo.mailbox import letters
from draht.enquiries.models import Enquiry, SavedAnswer
from draht.enquiries.tokens import guest_token
from draht.giveaways.models import Giveaway
from draht.giveaways.models import State as GiveawayState
from draht.goals.models import Goal, Target
from draht.media.models import Picture, Purpose
from draht.media.rules import SIZES
from draht.members.models import CardField, CardKind, Education, Language, Link, Member, Section, Station
from draht.members.queries import profile_page
from draht.moderation.models import Appeal
from draht.newsroom.models import Draft, DraftState
from draht.notifications.models import Notice
from draht.notifications.tokens import no_mail_token
from draht.outbox.models import Job
from draht.posts.models import Comment, Post
from draht.ties.models import HIDING, Tie, TieKind
from tests.walk.extras import COMPANY


@dataclass(frozen=True)
class Thing:
    """Something an address is about. `owner` is an actor, None if it is nobody's."""

    owner: int | None
    where: dict[str, object] = field(hash=False, default_factory=dict)


Source = Callable[[], Iterator[Thing]]


class Things:
    """Everything in the trade that has an address, and how people stand to each other."""

    def __init__(self, *, first: int) -> None:
        """`first` is the actor whose things come first."""
        self._first, self._found = first, dict[str, list[Thing]]()
        rows = list(Tie.objects.values_list("source_id", "kind", "target_id"))
        self.contacts = {(source, target) for source, kind, target in rows if kind == TieKind.CONTACT}
        self.hidden = {(source, target) for source, kind, target in rows if kind in HIDING}

    def __call__(self, name: str) -> list[Thing]:
        """All of this name: there is always one."""
        if name not in self._found:
            found = sorted(SOURCES[name](), key=lambda thing: thing.owner != self._first)
            assert found, f"The trade has no {name}."
            self._found[name] = found
        return self._found[name]


# --- people -----------------------------------------------------------------------------------------------------------


def _members() -> Iterator[Thing]:
    for actor in Actor.objects.filter(kind=Kind.MEMBER).order_by("id"):
        yield Thing(actor.id, {"handle": actor.handle})


def _sections() -> Iterator[Thing]:
    yield from (Thing(None, {"section": str(section)}) for section in Section if section != Section.PORTRAIT)


def _entries() -> Iterator[Thing]:
    for model, section in (
        (Station, Section.STATIONS),
        (Education, Section.EDUCATION),
        (Language, Section.LANGUAGES),
        (Link, Section.LINKS),
    ):
        for entry in model.objects.order_by("id"):
            yield Thing(entry.member_id, {"section": str(section), "entry": entry.id})


def _card_kinds() -> Iterator[Thing]:
    yield from (Thing(None, {"kind": str(kind)}) for kind in CardKind)


def _card_fields() -> Iterator[Thing]:
    yield from (Thing(row.member_id, {"entry": row.id}) for row in CardField.objects.order_by("id"))


def _previews() -> Iterator[Thing]:
    yield from (Thing(row.member_id, {"kind": row.kind, "entry": row.id}) for row in CardField.objects.order_by("id"))


def _pictures() -> Iterator[Thing]:
    for picture in Picture.objects.order_by("id"):
        yield Thing(None, {"key": picture.key, "size": SIZES[Purpose(picture.purpose)][0]})


# --- companies --------------------------------------------------------------------------------------------------------


def _companies() -> Iterator[Thing]:
    for company in Company.objects.select_related("actor").order_by("actor"):
        yield Thing(None, {"handle": company.actor.handle})


def _owned(**more: object) -> Iterator[Thing]:
    """Each company of its one owner: what teams see belongs to them."""
    rows = TeamRole.objects.filter(role=Role.OWNER).select_related("company__actor").order_by("company")
    for row in rows:
        yield Thing(row.member_id, {"handle": row.company.actor.handle, **more})


def _company_sections() -> Iterator[Thing]:
    for section in CompanySection:
        yield from _owned(section=section.value)


def _company_places() -> Iterator[Thing]:
    for thing in _owned():
        for place in Place.objects.filter(company__actor__handle=thing.where["handle"]):
            yield Thing(thing.owner, {**thing.where, "entry": place.id})


def _earlier_house_rules() -> Iterator[Thing]:
    """Of the companies that changed theirs."""
    for thing in _owned():
        versions = RulesVersion.objects.filter(company__actor__handle=thing.where["handle"]).order_by("-id")
        yield from (Thing(thing.owner, {**thing.where, "version": row.id}) for row in versions[1:])


def _people_to_invite() -> Iterator[Thing]:
    somebody = Actor.objects.filter(kind=Kind.MEMBER).order_by("-id")[0]
    yield from _owned(member=somebody.handle)


def _mandates() -> Iterator[Thing]:
    """Of the owners who gave them; that a caretaker has the same page, the room itself tests."""
    yield from (Thing(row.by_id, {"mandate": row.id}) for row in Mandate.objects.order_by("id"))


def _handover_files() -> Iterator[Thing]:
    for row in Mandate.objects.exclude(begun=None).order_by("id"):
        yield from (Thing(row.by_id, {"mandate": row.id, "kind": kind}) for kind in ("json", "txt"))


def _drafts(*, is_own: bool) -> Iterator[Thing]:
    """Open drafts of a company's own people, or drafts of a caretaker, for those who release them."""
    found = Draft.objects.filter(mandate__isnull=is_own).select_related("mandate").order_by("id")
    for draft in found.exclude(state=DraftState.RELEASED) if is_own else found:
        yield Thing(draft.mandate.by_id if draft.mandate else draft.writer_id, {"draft": draft.id})


def _team_roles() -> Iterator[Thing]:
    for thing in _owned():
        owner = Member.objects.select_related("actor").get(actor=thing.owner)
        yield Thing(thing.owner, {**thing.where, "member": owner.actor.handle})


def _team_invitations() -> Iterator[Thing]:
    for row in TeamInvitation.objects.select_related("company__actor").order_by("id"):
        yield Thing(row.by_id, {"handle": row.company.actor.handle, "invitation": row.id})


def _received_team_invitations() -> Iterator[Thing]:
    yield from (Thing(row.member_id, {"invitation": row.id}) for row in TeamInvitation.objects.order_by("id"))


def _company_stations() -> Iterator[Thing]:
    for thing in _owned():
        for station in Station.objects.filter(employer_actor__handle=thing.where["handle"], to_year=None):
            yield Thing(thing.owner, {**thing.where, "station": station.id})


def _employments() -> Iterator[Thing]:
    """Of the owners alone: colleagues have such a page, too, at the same address."""
    for thing in _owned():
        here = Station.objects.filter(employer_actor__handle=thing.where["handle"], to_year=None)
        if here.filter(member=thing.owner).exists():
            yield thing


def _stations() -> Iterator[Thing]:
    yield from (Thing(row.member_id, {"station": row.id}) for row in Station.objects.order_by("id"))


def _letters() -> Iterator[Thing]:
    for row in TeamRole.objects.filter(role=Role.OWNER).select_related("company").order_by("company"):
        letter = Letter(row.company_id, row.member_id, 0, row.company.domain)
        yield Thing(row.member_id, {"token": link_of(letter).strip("/").rpartition("/")[2]})


def _page_claims() -> Iterator[Thing]:
    yield from (Thing(None, {"claim": row.id}) for row in PageClaim.objects.order_by("id"))


# --- posts ------------------------------------------------------------------------------------------------------------


def _posts(**which: object) -> Iterator[Thing]:
    for post in Post.objects.filter(**which).order_by("-id"):
        yield Thing(post.author_id, {"post": post.id})


def _pictures_of_posts() -> Iterator[Thing]:
    """Posts for everybody, with the stamp of what they say now."""
    for post in Post.objects.filter(audience=EVERYBODY).order_by("-id")[:40]:
        yield Thing(post.author_id, {"post": post.id, "stamp": post.stamp})


def _public_profiles() -> Iterator[Thing]:
    """Members of whom everybody sees more than a name; those of whom nobody is hidden."""
    for actor in Actor.objects.filter(kind=Kind.MEMBER).order_by("id")[:40]:
        page = profile_page(None, actor.handle)
        if page is not None and page.is_public:
            yield Thing(None, {"handle": actor.handle})


def _goals() -> Iterator[Thing]:
    for goal in Goal.objects.select_related("company__actor"):
        yield Thing(_owner_of(goal.company_id), {"handle": goal.company.actor.handle, "goal": goal.id})


def _targets_of_goals() -> Iterator[Thing]:
    for target in Target.objects.select_related("goal__company__actor"):
        company = target.goal.company
        names = {"handle": company.actor.handle, "goal": target.goal_id, "target": target.id}
        yield Thing(_owner_of(company.actor_id), names)


def _posts_of_companies() -> Iterator[Thing]:
    """Owned by the owner of the page: whoever speaks for it may change them, and recommend them privately."""
    for post in Post.objects.exclude(writer=None).order_by("-id"):
        yield Thing(_owner_of(post.author_id), {"post": post.id})


def _posts_not_passed_on() -> Iterator[Thing]:
    """Posts for everybody that nobody recommends: only their authors may ask how far they went."""
    yield from _posts(audience=EVERYBODY, recommendations=0, writer=None)


def _contact_posts() -> Iterator[Thing]:
    yield from _posts(audience=F("author"))


def _comments(**which: object) -> Iterator[Thing]:
    """Comments, owned by who wrote the post: that decides who reads them."""
    for comment in Comment.objects.filter(**which).select_related("post").order_by("-id"):
        yield Thing(comment.post.author_id, {"post": comment.post_id, "comment": comment.id})


def _own_comments() -> Iterator[Thing]:
    """Comments that all members read, owned by who wrote them."""
    for comment in Comment.objects.filter(post__audience=MEMBERS).exclude(author=None).order_by("-id"):
        yield Thing(comment.author_id, {"post": comment.post_id, "comment": comment.id})


def _criticism() -> Iterator[Thing]:
    """A case between two of whom one walks, owned by who criticized: they and the company see its page."""
    for comment in Comment.objects.filter(is_case=True, is_hidden=True):
        yield Thing(comment.author_id, {"post": comment.post_id, "comment": comment.id})


def _comments_to_companies() -> Iterator[Thing]:
    """Comments of others below posts of companies, owned by the owner of the page: who may hide them."""
    for comment in Comment.objects.exclude(post__writer=None).exclude(author=F("post__author")).order_by("-id"):
        if comment.author_id is not None:
            owner = _owner_of(comment.post.author_id)
            yield Thing(owner, {"post": comment.post_id, "comment": comment.id})


def _appeals_made() -> Iterator[Thing]:
    for appeal in Appeal.objects.order_by("-id"):
        yield Thing(appeal.author_id, {"post": appeal.post_id, "comment": appeal.comment_id})


def _appeals() -> Iterator[Thing]:
    yield from (Thing(None, {"appeal": appeal.id}) for appeal in Appeal.objects.order_by("-id"))


def _topics() -> Iterator[Thing]:
    for actor in Actor.objects.filter(kind=Kind.HASHTAG).order_by("id"):
        yield Thing(None, {"handle": actor.handle})


def _quiet_posts() -> Iterator[Thing]:
    """Posts that nobody passed on and that carry no topic: only who knows the author has them in the feed."""
    loud = Activity.objects.exclude(verb=Verb.PUBLISHED, actor__kind=Kind.MEMBER).values("object_id")
    for post in Post.objects.filter(audience__in=(EVERYBODY, MEMBERS)).exclude(id__in=loud).order_by("-id"):
        yield Thing(post.author_id, {"post": post.id})


# --- contacts ---------------------------------------------------------------------------------------------------------


def _received() -> Iterator[Thing]:
    for request in ContactRequest.objects.filter(state=State.OPEN).order_by("id"):
        yield Thing(request.asked_id, {"id": request.id})


def _sent() -> Iterator[Thing]:
    for request in ContactRequest.objects.filter(state=State.OPEN).order_by("id"):
        yield Thing(request.asker_id, {"id": request.id})


def _notes() -> Iterator[Thing]:
    yield from (Thing(note.owner_id, {"note": note.id}) for note in ContactNote.objects.order_by("id"))


def _reaches() -> Iterator[Thing]:
    yield from (Thing(row.member_id, {"field": row.id}) for row in CardField.objects.order_by("id"))


def _notices() -> Iterator[Thing]:
    """Those that one member has; what several were told at once is everybody's own."""
    told = Notice.objects.values("id").annotate(recipients=Count("recipient")).filter(recipients=1).values("id")
    for notice in Notice.objects.filter(id__in=told).order_by("id"):
        yield Thing(notice.recipient_id, {"notice": notice.id})


def _no_mail_tokens() -> Iterator[Thing]:
    """Nobody's: whoever has the link may use it."""
    for actor in Actor.objects.filter(kind=Kind.MEMBER).order_by("id")[:8]:
        yield Thing(None, {"token": no_mail_token(actor.id)})


# --- enquiries --------------------------------------------------------------------------------------------------------


def _enquiries() -> Iterator[Thing]:
    """Those to Ada's company, owned by her who answers them."""
    for enquiry in Enquiry.objects.filter(company__actor__name=COMPANY).exclude(asker=None).order_by("id"):
        yield Thing(_owner_of(enquiry.company_id), {"enquiry": enquiry.id})


def _owner_of(company: int) -> int:
    owner: int = TeamRole.objects.get(company=company, role=Role.OWNER).member_id
    return owner


def _asked_companies() -> Iterator[Thing]:
    for company in Company.objects.filter(actor__name=COMPANY).select_related("actor"):
        yield Thing(_owner_of(company.actor_id), {"handle": company.actor.handle})


def _saved_answers() -> Iterator[Thing]:
    for saved in SavedAnswer.objects.filter(company__actor__name=COMPANY).select_related("company__actor"):
        where = {"handle": saved.company.actor.handle, "saved": saved.id}
        yield Thing(_owner_of(saved.company_id), where)


def _guests_links() -> Iterator[Thing]:
    """One for each state: not confirmed, and answered."""
    for enquiry in Enquiry.objects.filter(company__actor__name=COMPANY, asker=None).order_by("id"):
        yield Thing(None, {"token": guest_token(enquiry.id)})


# --- giveaways --------------------------------------------------------------------------------------------------------


def _giving_companies() -> Iterator[Thing]:
    for handle in sorted(set(Giveaway.objects.values_list("company__actor__handle", flat=True))):
        yield Thing(None, {"handle": handle})


def _own_companies() -> Iterator[Thing]:
    for role in TeamRole.objects.filter(role=Role.OWNER).select_related("company__actor"):
        yield Thing(role.member_id, {"handle": role.company.actor.handle})


def _started_giveaways() -> Iterator[Thing]:
    """What everybody reads; what the winners see is nobody's here."""
    for giveaway in Giveaway.objects.exclude(state=GiveawayState.DRAFT).order_by("id"):
        yield Thing(None, {"giveaway": giveaway.id})


def _giveaways(state: GiveawayState) -> Iterator[Thing]:
    owners = dict(TeamRole.objects.filter(role=Role.OWNER).values_list("company_id", "member_id"))
    for giveaway in Giveaway.objects.filter(state=state).order_by("id"):
        yield Thing(owners[giveaway.company_id], {"giveaway": giveaway.id})


# --- accounts ---------------------------------------------------------------------------------------------------------


def _actor_of(user: int) -> int:
    return Member.objects.get(user=user).actor_id


def _invitations() -> Iterator[Thing]:
    for invitation in Invitation.objects.order_by("id"):
        yield Thing(_actor_of(invitation.by_id), {"invitation_id": invitation.id})


def _invitation_tokens() -> Iterator[Thing]:
    yield from (Thing(None, {"token": invitation_token(row.id)}) for row in Invitation.objects.order_by("id"))


def _sign_in_links() -> Iterator[Thing]:
    yield Thing(None, {"secret": make_sign_in_link(user=User.objects.order_by("id")[0])})


def _waiting() -> Iterator[Thing]:
    yield from (Thing(None, {"user_id": row.user_id}) for row in SignUp.objects.exclude(confirmed=None))


def _devices() -> Iterator[Thing]:
    for device in UserSession.objects.order_by("id"):
        yield Thing(_actor_of(device.user_id), {"session_id": device.id})


def _confirmation_keys() -> Iterator[Thing]:
    address = EmailAddress.objects.filter(verified=False)[0]
    yield Thing(None, {"key": EmailConfirmationHMAC(address).key})


def _reset_keys() -> Iterator[Thing]:
    user = User.objects.order_by("id")[0]
    yield Thing(None, {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)})


def _passkeys() -> Iterator[Thing]:
    for passkey in Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN):
        yield Thing(_actor_of(passkey.user_id), {"pk": passkey.pk})


def _failed_jobs() -> Iterator[Thing]:
    yield from (Thing(None, {"job_id": job.id}) for job in Job.objects.all())


def _mails() -> Iterator[Thing]:
    yield from (Thing(None, {"key": letter.key}) for letter in letters(Path(settings.EMAIL_FILE_PATH)))


SOURCES: dict[str, Source] = {
    "members": _members,
    "sections": _sections,
    "entries": _entries,
    "card kinds": _card_kinds,
    "card fields": _card_fields,
    "previews": _previews,
    "pictures": _pictures,
    "companies": _companies,
    "owned companies": _owned,
    "company sections": _company_sections,
    "mandates": _mandates,
    "handover files": _handover_files,
    "own drafts": lambda: _drafts(is_own=True),
    "drafts of caretakers": lambda: _drafts(is_own=False),
    "company places": _company_places,
    "proof kinds": lambda: _owned(kind="dns"),
    "earlier house rules": _earlier_house_rules,
    "people to invite": _people_to_invite,
    "team roles": _team_roles,
    "team invitations": _team_invitations,
    "received team invitations": _received_team_invitations,
    "company stations": _company_stations,
    "employments": _employments,
    "stations": _stations,
    "letters": _letters,
    "page claims": _page_claims,
    "open posts": lambda: _posts(audience=EVERYBODY, writer=None),
    "posts of companies": _posts_of_companies,
    "posts not passed on": _posts_not_passed_on,
    "member posts": lambda: _posts(audience=MEMBERS),
    "contact posts": _contact_posts,
    "open comments": lambda: _comments(post__audience=EVERYBODY),
    "member comments": lambda: _comments(post__audience=MEMBERS),
    "contact comments": lambda: _comments(post__audience=F("post__author")),
    "own comments": _own_comments,
    "goals": _goals,
    "targets of goals": _targets_of_goals,
    "pictures of posts": _pictures_of_posts,
    "public profiles": _public_profiles,
    "criticism": _criticism,
    "comments to companies": _comments_to_companies,
    "appeals made": _appeals_made,
    "appeals": _appeals,
    "topics": _topics,
    "quiet posts": _quiet_posts,
    "giving companies": _giving_companies,
    "own companies": _own_companies,
    "started giveaways": _started_giveaways,
    "drafts of giveaways": lambda: _giveaways(GiveawayState.DRAFT),
    "open giveaways": lambda: _giveaways(GiveawayState.RUNNING),
    "drawn giveaways": lambda: _giveaways(GiveawayState.DRAWN),
    "received requests": _received,
    "sent requests": _sent,
    "notes": _notes,
    "reaches": _reaches,
    "notices": _notices,
    "links against mail": _no_mail_tokens,
    "enquiries": _enquiries,
    "asked companies": _asked_companies,
    "saved answers": _saved_answers,
    "guests’ links": _guests_links,
    "invitations": _invitations,
    "invitation tokens": _invitation_tokens,
    "sign-in links": _sign_in_links,
    "waiting": _waiting,
    "devices": _devices,
    "confirmation keys": _confirmation_keys,
    "reset keys": _reset_keys,
    "passkeys": _passkeys,
    "mails": _mails,
    "failed jobs": _failed_jobs,
}
