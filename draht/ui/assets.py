"""Files that browsers get but nobody writes by hand: one style sheet, one script, one sprite.

The sources stay separate in `static/ui/`; `collectstatic` asks this finder for the joined files.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

from draht.ui.icons import sprite

STATIC = Path(__file__).parent / "static/ui"
IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')


def stylesheet() -> bytes:
    """`css/index.css` with its imports put in place, in its order."""
    folder = STATIC / "css"

    def put_in_place(line: re.Match[str]) -> str:
        return f"@layer {line[2]} {{\n{(folder / line[1]).read_text()}}}\n"

    return IMPORT.sub(put_in_place, (folder / "index.css").read_text()).encode()


def script() -> bytes:
    """The modules of `js/`, each in its own block, as one module. They talk through DOM events, not imports."""
    modules = sorted((STATIC / "js").glob("*.js"))
    return "".join(f"{{\n{module.read_text()}}}\n" for module in modules if module.name != "theme.js").encode()


BUILT: dict[str, Callable[[], bytes]] = {
    "ui/css/draht.css": stylesheet,
    "ui/js/draht.js": script,
    "ui/sprite.svg": sprite,
}


class BuiltFilesFinder(BaseFinder):
    """Finds the joined files, after writing those that changed to the folder beside STATIC_ROOT."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.folder = Path(settings.STATIC_ROOT).with_name("built")
        self.storage = FileSystemStorage(location=self.folder)

    def _write(self, name: str) -> str:
        target, content = self.folder / name, BUILT[name]()
        if not target.exists() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_name(f"{target.name}.{os.getpid()}")
            fresh.write_bytes(content)
            fresh.replace(target)
        return str(target)

    def check(self, **_options: Any) -> list[Any]:
        """Nothing can be set wrong."""
        return []

    def find(self, path: str, find_all: bool = False, **_options: Any) -> Any:  # noqa: FBT002 - Django's signature
        """The file's place on disk, or nothing if it is not one of ours."""
        if path not in BUILT:
            return []
        place = self._write(path)
        return [place] if find_all else place

    def list(self, _ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """All joined files."""
        for name in BUILT:
            self._write(name)
            yield name, self.storage
