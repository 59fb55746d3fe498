"""What the demo trade has no example of, and pages need to be seen with."""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.usersessions.models import UserSession
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.core.mail import get_connection, send_mail
from django.test import override_settings
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData
from PIL import Image

from draht.accounts.actions import begin_sign_up, confirm_sign_up, invite_by_link, invite_by_mail
from draht.accounts.models import User
from draht.actors.models import EVERYBODY, MEMBERS
from draht.common import clock
from draht.companies.actions import create_company, publish_page
from draht.companies.models import Company
from draht.companies.tests.factories import RECORD, make_mandate
from draht.conduct.actions import write_rules
from draht.enquiries.actions import (
    answer_enquiry,
    ask_company,
    ask_company_as_guest,
    confirm_enquiry,
    save_answer,
    write_note,
)
from draht.giveaways.actions import confirm_win, draft_giveaway, enter, start_giveaway
from draht.giveaways.plan import Prize
from draht.giveaways.tests import factories as giveaways
from draht.media.queries import PictureLine
from draht.media.queries import lines as picture_lines
from draht.members.models import Member
from draht.moderation.actions import make_appeal
from draht.newsroom.actions import publish_draft, return_draft
from draht.newsroom.tests.factories import change_draft, make_draft, newest
from draht.outbox.models import Job
from draht.outbox.models import State as JobState
from draht.outbox.worker import run_until_idle
from draht.posts.actions import edit_post, hide_comment, keep_picture, open_case, publish_post, write_comment
from draht.posts.models import HouseRule

COMPANY = "Drahtzug am Weg"
PASSWORD = "kupfer-auf-papier"


def add_extras(members: Mapping[str, Member]) -> None:
    """Let it happen."""
    # Nobody passes this on: only who knows Ada has it in the feed.
    publish_post(author=members["ada"].actor_id, text="Leise Notiz ohne Thema.", audience=MEMBERS)
    ada, ben = members["ada"], members["ben"]
    for key in ("ada", "ben", "cem", "mo"):
        members[key].user.set_password(PASSWORD)
        members[key].user.save()
    _changed_post_with_a_picture(ada)
    _giveaways(ada, [ben, members["dora"]])
    _invitations(ada.user)
    _somebody_who_waits()
    _ways_to_sign_in(ada.user, ben.user)
    _unconfirmed_address(members["dora"].user)
    _enquiries_to_a_company(ada, members["emil"])
    _mandate(ada, members["dora"])
    _articles(ada)
    _house_rules(ada)
    _criticism(ada, members["dora"])
    Job.objects.create(
        task="draht.outbox.tasks.prune", arguments={"args": [], "kwargs": {}}, max_attempts=5, attempts=5,
        state=JobState.FAILED, error="OSError: [Errno 28] No space left on device",
    )  # fmt: skip
    run_until_idle()
    UserSession.objects.create(user=ada.user, ip="127.0.0.1", user_agent="Firefox on Linux", session_key="elsewhere")
    stored = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=settings.EMAIL_FILE_PATH)
    send_mail("Welcome", "Come in: http://testserver/", None, ["somebody@example.org"], connection=stored)


def _changed_post_with_a_picture(ada: Member) -> None:
    photo = BytesIO()
    Image.new("RGB", (640, 480), "peru").save(photo, "JPEG")
    photo.seek(0)
    kept = picture_lines([keep_picture(author=ada.actor_id, upload=photo)])
    pictures: list[PictureLine] = [line._replace(alt="A coil of copper wire") for line in kept.values()]
    post = publish_post(author=ada.actor_id, text="First wird.", audience=EVERYBODY, pictures=pictures)
    edit_post(post=post, text="First wire. #walk")
    write_comment(author=ada.actor_id, post=post, text="Corrected.")


def _giveaways(owner: Member, people: list[Member]) -> None:
    """A draft, an open one with a question, and one that is drawn, its prizes confirmed."""
    words = {
        "promoter": "Walzdraht am Wanderweg GmbH, Wanderweg 3, 99991 Wandern",
        "eligible": "Alle ab 18 Jahren, die gern wandern.",
        "prizes": (Prize(1, "Rucksack aus Drahtgewebe"), Prize(2, "Satz Heringe")),
        "value_named": "Die Höhe des Wanderpegels jenes Tages in Zentimetern",
        "data_use": "Um die Gewinner zu ziehen und die Preise zu schicken.",
    }
    with clock.at(giveaways.START):
        company = create_company(name="Walzdraht am Wanderweg GmbH", by=owner.actor_id).actor_id
        Company.objects.filter(actor=company).update(imprint=words["promoter"])
        publish_page(company=company, by=owner.actor_id)
    drawn = giveaways.started(company, owner.actor_id, **words, title="Spulen vom letzten Herbst")
    with clock.at(giveaways.START):
        for member in people:
            enter(giveaway=drawn, member=member.actor_id)
    giveaways.closed(drawn)
    giveaways.drawn(drawn, owner.actor_id)
    with clock.at(giveaways.DRAWN):
        for member in people:
            confirm_win(giveaway=drawn, member=member.actor_id, reach="An die Werkspforte.", shows_name=True)
    plan = giveaways.plan(
        **words,
        title="Spulen vom nächsten Frühling",
        question="Wie viele Meter Draht passen auf eine Spule?",
        closes=clock.now() + timedelta(days=10),
        value_day=(clock.now() + timedelta(days=12)).date(),
        deletes_on=(clock.now() + timedelta(days=60)).date(),
    )
    draft_giveaway(company=company, plan=plan, by=owner.actor_id)
    start_giveaway(giveaway=draft_giveaway(company=company, plan=plan, by=owner.actor_id), by=owner.actor_id)


def _invitations(user: User) -> None:
    invite_by_link(by=user, by_name="Ada Lindner")
    invite_by_mail(by=user, by_name="Ada Lindner", email="somebody@invited.example", words="Come.", language="en")


def _enquiries_to_a_company(owner: Member, asker: Member) -> None:
    """Asked by a member and two guests; one of the guests has not followed the link."""
    page = create_company(name=COMPANY, by=owner.actor_id)
    Company.objects.filter(actor=page.actor_id).update(imprint="Drahtzug am Weg GmbH, Altena")
    publish_page(company=page.actor_id, by=owner.actor_id)
    save_answer(company=page.actor_id, title="Thanks", text="Dear {name}, thank you. {me}, {company}")
    asked = ask_company(company=page.actor_id, asker=asker.actor_id, subject="Springs", text="Do you wind springs?")
    write_note(enquiry=asked.id, by=owner.actor_id, text="We do not, but Feder-Lohrer does.")
    for email in ("first@guests.example", "second@guests.example"):
        enquiry = ask_company_as_guest(
            company=page.actor_id, name="Gerda Gast", email=email, language="en", text="Do you take apprentices?"
        )
    confirm_enquiry(enquiry=enquiry.id)
    answer_enquiry(enquiry=enquiry.id, by=owner.actor_id, text="Every August.")


def _mandate(owner: Member, caretaker: Member) -> None:
    """One that runs, with a draft that came back and waits again."""
    company = Company.objects.get(actor__name=COMPANY)
    words: dict[str, Any] = dict.fromkeys(RECORD, "Wie im Vertrag.")
    make_mandate(company, owner.actor_id, caretaker.actor_id, **words)
    draft = make_draft(company, caretaker.actor_id, "We wind springs now.", lays=True)
    return_draft(draft=draft, by=owner.actor_id, words="Only small ones, please.")
    change_draft(draft, caretaker.actor_id, "We wind small springs now.", lays=True)


def _articles(owner: Member) -> None:
    """One that is published, and one that is planned."""
    company = Company.objects.get(actor__name=COMPANY)
    body = "## Fatigue\n\nSprings tire.\n\n## When\n\nAfter many turns[^1].\n\n## Then\n\nA new one.\n\n[^1]: Or two."
    for title, at in (("Why springs tire", None), ("How springs rest", clock.now() + timedelta(days=1))):
        draft = make_draft(company, owner.actor_id, f"What we know of it: {title.lower()}.", title=title, body=body)
        publish_draft(draft=draft, by=owner.actor_id, version=newest(draft), at=at)


def _house_rules(owner: Member) -> None:
    """A company that changed its own once."""
    company = Company.objects.get(actor__name=COMPANY).actor_id
    for text in ("1. Be quick.", "1. Be kind."):
        write_rules(company=company, by=owner.actor_id, text=text)


def _criticism(critic: Member, owner: Member) -> None:
    """A company hid what somebody said below its post and made a case of it; they asked the host to decide."""
    company = create_company(name="Drahtzaun am Kritikweg", by=owner.actor_id).actor_id
    Company.objects.filter(actor=company).update(imprint="Drahtzaun am Kritikweg GmbH, Altena")
    publish_page(company=company, by=owner.actor_id)
    post = publish_post(author=company, writer=owner.actor_id, text="New fences.", audience=EVERYBODY)
    comment = write_comment(author=critic.actor_id, post=post, text="Mine rusts.")
    open_case(post=post, comment=comment, by=critic.actor_id)
    hide_comment(post=post, comment=comment, by=owner.actor_id, rule=HouseRule.INSULT, words="It hurts.")
    make_appeal(post=post, comment=comment, author=critic.actor_id, words="It does rust.")


def _unconfirmed_address(user: User) -> None:
    EmailAddress.objects.create(user=user, email="second@unconfirmed.example", verified=False)


def _somebody_who_waits() -> None:
    newcomer = User.objects.create_user("newcomer@waiting.example", language="en")
    with override_settings(DRAHT_SIGN_UP="approval"):
        begin_sign_up(user=newcomer, first_name="Nora", last_name="Neumann", words="I draw wire.")
    confirm_sign_up(user=newcomer)


def _ways_to_sign_in(plain: User, careful: User) -> None:
    """One has a passkey, the other an app and recovery codes."""
    WebAuthn.add(plain, "Key ring", _credential())
    TOTP.activate(careful, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(careful)


def _credential() -> dict[str, object]:
    """What a browser sends when a passkey was made (WebAuthn, PublicKeyCredential.toJSON)."""
    public = ec.generate_private_key(ec.SECP256R1()).public_key()
    key = ES256.from_cryptography_key(public)  # type: ignore[no-untyped-call]
    made = AttestedCredentialData.create(Aaguid.NONE, b"passkey of the walk", key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    known = AuthenticatorData.create(sha256(b"testserver"), flags, 0, made)
    said = CollectedClientData.create("webauthn.create", b"challenge", "http://testserver")
    name = websafe_encode(made.credential_id)
    response = {
        "clientDataJSON": websafe_encode(said),
        "attestationObject": websafe_encode(AttestationObject.create("none", known, {})),
    }
    return {"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}}
