"""The ZIP file."""

import json
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

from django.conf import settings

import draht
from draht.common import clock
from draht.media import files
from draht.media.models import Picture
from draht.media.rules import main_size
from draht.portability.export import entries, person, teams, ties, work, writings
from draht.portability.export.values import Values, moment

VERSION = 1
_README = """# What you take along from {name}

Everything that you wrote and chose at {address}, as of {made}.

* member.json: your account, profile and business card
* contacts.json: your contacts with your tags and notes and what you release to them; whom you follow, mute and block
* requests.json: contact requests that you wrote
* posts.json, comments.json, likes.json, recommendations.json: what you published, oldest first
* enquiries.json: what you asked companies
* giveaways.json: giveaways in which you take part, with the salt that finds your place in the draw
* mandates.json, drafts.json: your mandates for companies and those that you gave, and what you wrote for companies
  in drafts
* inbox.json, page_log.json: when you answered for companies, and what you did for their pages
* pictures/: your pictures in their largest size

The text files are JSON in UTF-8; times are in UTC. What every field means: docs/api/member-export.md of Draht.
Other people's words are theirs and not in here.
"""


def write_archive(member: int, file: BinaryIO) -> None:
    """Write everything of this member into `file` as a ZIP archive."""
    made = moment(clock.now())
    head: Values = {
        "format": "draht-member",
        "version": VERSION,
        "draht": draht.__version__,
        "network": {"name": settings.DRAHT_NAME, "address": settings.DRAHT_ADDRESS},
        "made": made,
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "README.md", _README.format(name=settings.DRAHT_NAME, address=settings.DRAHT_ADDRESS, made=made)
        )
        _put(archive, "member.json", {**head, **person.member(member)})
        _put(archive, "contacts.json", ties.contacts(member))
        _put(archive, "requests.json", ties.requests(member))
        _put_list(archive, "posts.json", writings.posts(member))
        _put_list(archive, "comments.json", writings.comments(member))
        _put_list(archive, "likes.json", writings.likes(member))
        _put_list(archive, "recommendations.json", writings.recommendations(member))
        _put_list(archive, "enquiries.json", writings.enquiries(member))
        _put_list(archive, "giveaways.json", entries.giveaways(member))
        _put_list(archive, "mandates.json", work.mandates(member))
        _put_list(archive, "drafts.json", work.drafts(member))
        _put_list(archive, "inbox.json", teams.inbox(member))
        _put_list(archive, "page_log.json", teams.page_log(member))
        _put_pictures(archive, member)


def _put(archive: zipfile.ZipFile, name: str, value: object) -> None:
    archive.writestr(name, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _put_list(archive: zipfile.ZipFile, name: str, rows: Iterable[Values]) -> None:
    """Write a list entry by entry: nobody's whole writings need to fit into memory."""
    entry = zipfile.ZipInfo(name, clock.now().timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w") as file:
        separator = "[\n"
        for row in rows:
            file.write((separator + json.dumps(row, ensure_ascii=False)).encode())
            separator = ",\n"
        file.write(b"[]\n" if separator == "[\n" else b"\n]\n")


def _put_pictures(archive: zipfile.ZipFile, member: int) -> None:
    for key, purpose in Picture.objects.filter(owner=member).order_by("id").values_list("key", "purpose"):
        path = files.path_of(key, main_size(purpose))
        if path.exists():
            archive.write(path, f"pictures/{key}.webp", compress_type=zipfile.ZIP_STORED)
