"""What a member takes along: everything they wrote and chose, as documented JSON (`docs/api/member-export.md`).

Of others only the names of one's contacts go out, and where something was written: their words are theirs.
"""

from draht.portability.export.archive import write_archive

__all__ = ["write_archive"]
