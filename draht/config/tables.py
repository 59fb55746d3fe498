"""Whether the tables of a database can be brought to this version at all."""

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

# What to do about it.
TOO_OLD = "Bring it up to date with the last version before 0.1.0 first, or begin anew: bin/run --fresh"


def left_behind() -> list[str]:
    """The rooms whose tables are from before the first release, and have not made every step up to it.

    Their first migration stands for all those steps (`replaces`). Django leaves such rooms out without a word.
    """
    loader = MigrationLoader(connection)
    firsts = (key for key, migration in loader.disk_migrations.items() if migration.replaces)
    return sorted(room for room, name in firsts if room in settings.ROOMS and (room, name) not in loader.graph.nodes)
