"""The file that a mandate leaves behind: what was written under it, and what is still open."""

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from draht.common import clock
from draht.common.ids import time_of
from draht.companies.queries import MandateLine
from draht.enquiries.queries import count_open
from draht.newsroom.queries import drafts_under
from draht.posts.queries import written_for


def handover_facts(mandate: MandateLine) -> dict[str, Any]:
    """Everything, as plain values."""
    row = mandate.row
    until = row.ended or clock.now()
    posts = written_for(mandate.company.id, row.caretaker_id, begin=row.begun or row.starts, end=until)
    return {
        "made": clock.now().isoformat(),
        "company": mandate.company.name,
        "caretaker": mandate.caretaker.name if mandate.caretaker else None,
        "agency": mandate.agency.name if mandate.agency else None,
        "scope": row.scope.split(),
        "four_eyes": row.four_eyes,
        "starts": row.starts.isoformat(),
        "ends": row.ends.isoformat(),
        "ended": row.ended.isoformat() if row.ended else None,
        "ending": row.ending or None,
        "words": row.handover,
        "open_enquiries": count_open(mandate.company.id),
        "posts": [
            {
                "published": time_of(post).isoformat(),
                "address": f"{settings.DRAHT_ADDRESS}{reverse('posts:post', kwargs={'post': post})}",
                "text": text,
            }
            for post, text in posts
        ],
        "drafts": [
            {"laid_before": draft.when.isoformat(), "state": draft.state.value, "text": draft.whole}
            for draft in drafts_under(mandate.id)
        ],
    }


def as_json(facts: dict[str, Any]) -> str:
    """For programs."""
    return json.dumps(facts, ensure_ascii=False, indent=2) + "\n"


def as_text(facts: dict[str, Any]) -> str:
    """To read."""
    head = [
        _("Handover: %(company)s") % {"company": facts["company"]},
        _("Caretaker: %(name)s") % {"name": facts["caretaker"] or "–"},
        _("Agency: %(name)s") % {"name": facts["agency"] or "–"},
        _("Term: %(start)s to %(end)s") % {"start": facts["starts"], "end": facts["ends"]},
        _("Ended: %(moment)s") % {"moment": facts["ended"] or "–"},
        _("Open enquiries: %(number)d") % {"number": facts["open_enquiries"]},
    ]
    posts = [f"{post['published']} {post['address']}\n{post['text']}" for post in facts["posts"]]
    drafts = [f"{draft['laid_before']} ({draft['state']})\n{draft['text']}" for draft in facts["drafts"]]
    parts = [
        "\n".join(head),
        facts["words"],
        "\n\n".join([_("POSTS"), *posts]),
        "\n\n".join([_("DRAFTS"), *drafts]),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"
