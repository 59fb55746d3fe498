"""Settings of a worker process that a test starts on the test's own database."""

import os

from tests.settings import *  # noqa: F403

DATABASES["default"]["NAME"] = os.environ["OUTBOX_TEST_DATABASE"]  # noqa: F405
DRAHT_JOB_LEASE = 1
