"""The icons in use, drawn by Lucide (ISC licence), as one SVG sprite."""

import functools
from importlib.resources import files
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from django.templatetags.static import static
from markupsafe import Markup

ICONS = (
    "archive",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "at-sign",
    "badge-check",
    "ban",
    "bell",
    "book-open",
    "bookmark",
    "briefcase",
    "building-2",
    "cake",
    "calendar",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "circle-alert",
    "circle-check",
    "circle-minus",
    "circle-plus",
    "circle-question-mark",
    "circle-user",
    "clock",
    "contact-round",
    "copy",
    "download",
    "ellipsis",
    "external-link",
    "eye",
    "eye-off",
    "factory",
    "file-text",
    "fingerprint-pattern",
    "flag",
    "folder",
    "funnel",
    "gift",
    "globe",
    "graduation-cap",
    "hand",
    "handshake",
    "hash",
    "heart",
    "history",
    "hourglass",
    "house",
    "id-card",
    "image",
    "inbox",
    "info",
    "key-round",
    "languages",
    "laptop",
    "link",
    "link-2",
    "list",
    "list-checks",
    "lock",
    "log-in",
    "log-out",
    "mail",
    "mail-check",
    "map-pin",
    "megaphone",
    "message-circle",
    "monitor",
    "moon",
    "newspaper",
    "paperclip",
    "pencil",
    "phone",
    "pin",
    "plus",
    "qr-code",
    "quote",
    "refresh-cw",
    "repeat-2",
    "reply",
    "rotate-cw",
    "route",
    "rss",
    "scale",
    "search",
    "send",
    "server",
    "settings",
    "share-2",
    "shield",
    "shield-check",
    "smartphone",
    "star",
    "sticky-note",
    "sun",
    "tag",
    "target",
    "thumbs-up",
    "ticket",
    "trash-2",
    "triangle-alert",
    "undo-2",
    "upload",
    "user",
    "user-check",
    "user-plus",
    "user-x",
    "users",
    "volume-x",
    "wrench",
    "x",
)

SVG = "http://www.w3.org/2000/svg"


@functools.cache
def icon(name: str) -> Markup:
    """The icon as decoration: text or an accessible name must stand beside it."""
    if name not in ICONS:
        raise LookupError(f"{name!r} is not in draht.ui.icons.ICONS")
    address = static("ui/sprite.svg")
    return Markup('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>').format(address, name)


def sprite() -> bytes:
    """One SVG file with a symbol for each icon."""
    ET.register_namespace("", SVG)
    root = ET.Element(f"{{{SVG}}}svg")
    with ZipFile(BytesIO(files("lucide").joinpath("lucide.zip").read_bytes())) as drawings:
        for name in ICONS:
            drawing = ET.fromstring(drawings.read(f"{name}.svg"))  # noqa: S314 - from an installed package
            symbol = ET.SubElement(root, f"{{{SVG}}}symbol", {"id": name, "viewBox": drawing.attrib["viewBox"]})
            for part in drawing:
                part.tail = None
                symbol.append(part)
    return ET.tostring(root)
