"""Where drafts are written and changed."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from draht.accounts.door import members_only
from draht.actors.queries import ActorLine
from draht.common.answers import SeeOther
from draht.common.refusal import Refused
from draht.companies.door import desk_for
from draht.companies.rules import Right
from draht.hints.actions import ask_first
from draht.hints.asking import AGREED, refuse
from draht.media.queries import PictureLine
from draht.members.viewer import MemberRequest
from draht.newsroom import actions, queries
from draht.newsroom.forms import MINUTES, ArticleDraftForm, PostDraftForm
from draht.newsroom.queries import KeptPicture
from draht.newsroom.rules import may_change, needs_release, publishes_alone
from draht.newsroom.views.found import address_of, find_draft
from draht.posts.beside import Asked, answers_given, question_fields, questions_beside, words_beside
from draht.posts.models import MOST_ARTICLE_PICTURES, MOST_PICTURES
from draht.posts.uploads import take_pictures

_READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])
# The button with which a caretaker lays a draft before the company; the other one only keeps it.
_LAY = "lay"


@_READ_AND_WRITE
@members_only
def write_post(request: MemberRequest, handle: str) -> HttpResponse:
    """Begin a post that is published later, or by somebody else."""
    return _write(request, handle, PostDraftForm)


@_READ_AND_WRITE
@members_only
def write_article(request: MemberRequest, handle: str) -> HttpResponse:
    """Begin an article."""
    return _write(request, handle, ArticleDraftForm)


def _write(request: MemberRequest, handle: str, kind: type[PostDraftForm]) -> HttpResponse:
    page = desk_for(request, handle, Right.WRITE)
    company, viewer = page.line.id, request.viewer.id
    form = kind(request.POST if request.method == "POST" else None, initial={"planned": request.GET.get("day", "")})
    desk = _Desk(request, form, page.line, needs_release=not publishes_alone(viewer, company))
    facts = {"company": company, "is_article": kind is ArticleDraftForm}
    draft = desk.saves(actions.write_draft, **facts) if form.is_bound else None
    return desk.leads_on(draft) if draft else desk.page(back=reverse("newsroom:drafts", kwargs={"handle": handle}))


@_READ_AND_WRITE
@members_only
def change(request: MemberRequest, draft: int) -> HttpResponse:
    """Change a draft."""
    found = find_draft(request, draft)
    if not may_change(request.viewer.id, found):
        raise PermissionDenied
    line, kept = queries.draft_line(found), queries.pictures_of(draft)
    kind = ArticleDraftForm if found.is_article else PostDraftForm
    planned = timezone.localtime(found.planned).strftime(MINUTES) if found.planned else ""
    said = {**found.answers, "text": line.text, "title": line.title, "body": line.body, "audience": line.audience}
    form = kind(request.POST or None, initial={**said, "planned": planned, "seen": line.version})
    desk = _Desk(request, form, line.company, needs_release=needs_release(found), kept=kept)
    if form.is_bound and desk.saves(actions.save_draft, draft=draft, seen=form.data.get("seen")):
        return desk.leads_on(draft)
    return desk.page(back=address_of(draft), seen=line.version)


class _Desk:
    """One look at a draft that is written: what was typed, and the pictures that came with it."""

    def __init__(
        self,
        request: MemberRequest,
        form: PostDraftForm,
        company: ActorLine,
        *,
        needs_release: bool,
        kept: Sequence[KeptPicture] = (),
    ) -> None:
        self._request, self._form, self._company = request, form, company
        self._needs_release = needs_release
        self._is_article = isinstance(form, ArticleDraftForm)
        self._pictures: Sequence[PictureLine] = [picture.line for picture in kept]
        self._captions = {picture.line.id: picture.caption for picture in kept}

    def saves(self, action: Callable[..., int | None], *, seen: object = None, **facts: Any) -> int | None:
        """The draft if it is saved now; otherwise the form says why not, or what to think about first."""
        form, posted = self._form, self._request.POST
        is_whole = form.is_valid()
        known = {picture.id: picture for picture in self._pictures}
        most = MOST_ARTICLE_PICTURES if self._is_article else MOST_PICTURES
        self._pictures, trouble = take_pictures(self._request, known=known, most=most)
        self._captions = {picture.id: posted.get(f"caption-{picture.id}", "") for picture in self._pictures}
        for reason in trouble:
            form.add_error("pictures", reason)
        if not is_whole or trouble:
            return None
        try:
            content = self._content()
            self._ask_first(content)
            if "draft" in facts:
                facts["seen"] = form.cleaned_data["seen"] or 0
            return action(by=self._request.viewer.id, content=content, lays=_LAY in posted, **facts) or facts["draft"]
        except Refused as refused:
            refuse(form, refused)
            return None

    def _content(self) -> actions.Content:
        typed = self._form.cleaned_data
        return actions.Content(
            text=typed["text"],
            audience=typed["audience"],
            planned=typed["planned"],
            title=typed.get("title", ""),
            body=typed.get("body", ""),
            pictures=self._pictures,
            captions=self._captions,
            answers=self._answers(),
        )

    def _answers(self) -> dict[str, int | None]:
        """What was answered to what whoever writes is asked."""
        given = answers_given(self._request.viewer.id, self._company.id, self._request.POST)
        return {one.question.name: given.get(one.question.name) for one in self._asked()}

    def _asked(self) -> list[Asked]:
        form, errors = self._form, self._form.errors
        typed = {name: str(form[name].value() or "") for name in question_fields()}
        said = {name: [*map(str, found)] for name, found in errors.items()}
        return questions_beside(self._request.viewer.id, [self._company.id], typed, said)

    def _ask_first(self, content: actions.Content) -> None:
        """Before somebody else reads it: when it is laid before the company, or ready to be published."""
        if self._needs_release and _LAY not in self._request.POST:
            return
        said = "\n\n".join(part for part in (content.title, content.text, content.body) if part)
        ask_first(actor=self._company.id, text=said, mark=self._request.POST.get(AGREED, ""))

    def leads_on(self, draft: int) -> HttpResponse:
        """To the draft as it will look."""
        waits = self._needs_release and _LAY in self._request.POST
        words = _("Your draft waits for its release.") if waits else _("Saved. This is how it will look.")
        kept = self._key(self._form.cleaned_data["seen"] or 0)
        messages.success(self._request, words, extra_tags=f"draft:{kept}")
        return SeeOther(address_of(draft))

    def _key(self, seen: int) -> str:
        """Under which name the browser keeps what is typed."""
        return f"newsroom-{'article' if self._is_article else 'post'}-{self._company.id}-{seen}"

    def page(self, *, back: str, seen: int = 0) -> HttpResponse:
        """The form with everything typed so far, the company's house rules beside it."""
        form = self._form
        shown = {
            "line": self._company,
            "form": form,
            "is_article": self._is_article,
            "pictures": [KeptPicture(one, self._captions.get(one.id, "")) for one in self._pictures],
            "needs_release": self._needs_release,
            "seen": seen,
            "key": self._key(seen),
            "back": back,
            "beside": words_beside([self._company.id]),
            "asked": self._asked(),
        }
        return render(self._request, "newsroom/write.html", shown, status=422 if form.errors else 200)
