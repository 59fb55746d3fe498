"""Sessions in the database, read cheaply: every page of a member reads one.

Django's own store makes a model instance and checks the signature each time. This one reads a single column and
remembers which stored texts it has already verified. Nothing else is remembered, so that signing a device out holds for
the next request in every process.
"""

import functools
import json
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.core import signing
from django.db import OperationalError, connection
from django.utils.crypto import constant_time_compare, salted_hmac

from draht.common import clock
from draht.common.statements import rows

_READ = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"
_HASH_SALT = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"


class SessionStore(db.SessionStore):
    """Django's database sessions with a quicker `load`."""

    def load(self) -> dict[str, Any]:
        """The stored values, or an empty session if the key is unknown or expired."""
        moment = connection.ops.adapt_datetimefield_value(clock.now())
        found = rows(_READ, [self.session_key, moment])
        text = _verified(found[0][0], self.key_salt) if found else None
        if text is None:
            self._session_key = None
            return {}
        values: dict[str, Any] = json.loads(text)
        return values

    def save(self, must_create: bool = False) -> None:  # noqa: FBT002 - Django's signature
        """Store the values. Django takes every trouble of the database for a session that is gone; a storage that is
        busy or full is told as what it is."""
        try:
            super().save(must_create)
        except UpdateError as error:
            if isinstance(error.__context__, OperationalError):
                raise error.__context__ from None
            raise


@functools.lru_cache(maxsize=4096)
def _verified(data: str, salt: str) -> str | None:
    """The JSON behind a stored text if its signature holds."""
    try:
        values = signing.loads(data, salt=salt, serializer=signing.JSONSerializer)
    except signing.BadSignature:
        return None
    return json.dumps(values, separators=(",", ":"))


@functools.lru_cache(maxsize=4096)
def _session_hash(password: str) -> str:
    return salted_hmac(_HASH_SALT, password, algorithm="sha256").hexdigest()


def signed_in(session: SessionBase) -> tuple[int, str] | None:
    """The account that this session belongs to and the hash that its password must have, or None."""
    if BACKEND_SESSION_KEY not in session:
        return None
    return int(session[SESSION_KEY]), session.get(HASH_SESSION_KEY, "")


def is_current(password: str, session_hash: str) -> bool:
    """Whether a session was made with the password that is stored now: a new password signs the others out."""
    return constant_time_compare(_session_hash(password), session_hash)
