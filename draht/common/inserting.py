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


def insert(row: Model, *, unless_there: bool = False) -> None:
    """Write a row whose key the application has made; not to be saved again. Raises IntegrityError as `save` does.

    `unless_there`: leave it alone if a row is there already with which it would be in conflict. Sends no signals.
    """
    sql, fields = _statement(type(row), connection.vendor, unless_there)
    change(sql, [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields])


@functools.lru_cache(maxsize=256)
def _statement(model: type[Model], vendor: str, unless_there: bool) -> tuple[str, list["Field[Any, Any]"]]:
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]  # noqa: SLF001 - Django's API
    query = InsertQuery(model, on_conflict=OnConflict.IGNORE if unless_there else None)
    query.insert_values(fields, [model()])
    ((sql, _values),) = query.get_compiler(connection=connection).as_sql()
    return sql, fields
