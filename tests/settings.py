"""Settings of the tests: their own folder, plain static files, cheap password hashes."""

import os
import tempfile

os.environ.setdefault("DRAHT_VAR", tempfile.mkdtemp(prefix="draht-test-"))
os.environ.setdefault("DRAHT_DEVELOPMENT", "1")

from draht.config.settings import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # nothing is collected, so there is no folder to warn about
