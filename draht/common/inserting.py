"""New rows of hot acts, by a statement that is compiled once for each model.

Django compiles an INSERT anew for every row, which costs several times what the database needs for it.
"""

import functools
from typing import Any

from django.db import connection
from django.db.models import Field, Model
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery

from draht.common.statements import change


def insert(*rows: Model, unless_there: bool = False) -> None:
    """Write rows of one model, whose keys the application has made, in one statement. They are not to be saved again.

    `unless_there`: leave alone what is there already and would be in conflict; else raises IntegrityError as `save`
    does. Sends no signals.
    """
    if rows:
        sql, fields = _statement(type(rows[0]), connection.vendor, len(rows), unless_there)
        change(
            sql, [field.get_db_prep_save(getattr(row, field.attname), connection) for row in rows for field in fields]
        )


@functools.lru_cache(maxsize=256)
def _statement(model: type[Model], vendor: str, count: int, unless_there: bool) -> tuple[str, list["Field[Any, Any]"]]:
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    query = InsertQuery(model, on_conflict=OnConflict.IGNORE if unless_there else None)
    query.insert_values(fields, [model()])
    ((sql, _values),) = query.get_compiler(connection=connection).as_sql()
    # For many rows Django would write another statement for PostgreSQL, which wants its values by column.
    head, values, rest = sql.partition(" VALUES ")
    end = rest.rindex(")") + 1
    return f"{head}{values}{', '.join([rest[:end]] * count)}{rest[end:]}", fields
