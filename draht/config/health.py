"""What /health/ says: for monitoring, without any word about people."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

import draht
from draht.outbox import queries as outbox

# The oldest waiting job may be this old before something is wrong.
QUEUE_SECONDS = 300


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers, a worker is alive and no job has waited too long; 503 otherwise."""
    state: dict[str, object] = {"version": draht.__version__, "web": "ok"}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        workers, age = outbox.workers_alive(), outbox.queue_age()
    except DatabaseError:
        return JsonResponse({**state, "database": "down", "worker": "unknown", "queue_age": None}, status=503)
    well = bool(workers) and (age or 0) < QUEUE_SECONDS
    state |= {"database": "ok", "worker": "ok" if workers else "down", "queue_age": age}
    return JsonResponse(state, status=200 if well else 503)
