"""Django's settings. What a host may change is declared here through `declared` and comes from the environment."""

import importlib.util
import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

import draht
from draht.config import declared

PACKAGE = Path(draht.__file__).parent

VAR = Path(
    declared.text("DRAHT_VAR", "var", "Folder for the database, uploads, stored mail and the secret key.")
).resolve()
DRAHT_DEVELOPMENT = declared.flag(
    "DRAHT_DEVELOPMENT", False, "Offer the personas at sign-in and show sent mail at /dev/mail/. Never on the internet."
)
DRAHT_NAME = declared.text("DRAHT_NAME", "Draht", "The name of this network, shown in the page title and in mail.")
DRAHT_SIGN_UP = declared.choice(
    "DRAHT_SIGN_UP",
    ("open", "approval", "invitation"),
    "Who may join: everybody, whom the host approves, or the invited.",
)
DRAHT_ADDRESS = declared.text(
    "DRAHT_ADDRESS", "http://localhost:8000", "The address of the front page as people type it; mail links to it."
)
LANGUAGE_CODE = declared.choice("DRAHT_LANGUAGE", ("en", "de"), "Language for visitors whose browser asks for neither.")
TIME_ZONE = declared.time_zone("DRAHT_TIME_ZONE", "Europe/Berlin", "Time zone in which pages show times.")
DRAHT_REGION = declared.text("DRAHT_REGION", "DE", "Country whose phone numbers may be typed without a country code.")
DRAHT_RESOLVER = declared.text(
    "DRAHT_RESOLVER", "", "Name server that looks up the domains of companies, as address:port. Empty: the system’s."
)
DRAHT_IMPRINT = declared.text(
    "DRAHT_IMPRINT", "", "Who runs this network, for the imprint: name, address, contact, with | between the lines."
)


def _secret_key() -> str:
    """The key in var/, made once. Losing it signs everybody out, nothing more."""
    path = VAR / "secret-key"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()


def _kept_key() -> str:
    try:
        return _secret_key()
    except OSError as error:
        raise declared.BadSetting(f"The var folder {VAR} cannot be used (DRAHT_VAR): {error}") from None


SECRET_KEY = (
    declared.text("DRAHT_SECRET_KEY", "", "Signs sessions and links. Empty: made once and kept in the var folder.")
    or _kept_key()
)
DEBUG = False
ALLOWED_HOSTS = declared.words("DRAHT_HOSTS", "localhost,127.0.0.1,[::1]", "Host names under which Draht answers.")
BEHIND_PROXY = declared.flag(
    "DRAHT_BEHIND_PROXY",
    False,
    "Trust X-Forwarded-For and X-Forwarded-Proto, set by your reverse proxy. Implies HTTPS.",
)

# --- database ---------------------------------------------------------------------------------------------------------

DRAHT_DATABASE_URL = declared.text(
    "DRAHT_DATABASE_URL", "", "postgres://user:password@host/name for PostgreSQL. Empty: SQLite in the var folder."
)
SQLITE_SYNCHRONOUS = declared.choice(
    "DRAHT_SQLITE_SYNCHRONOUS",
    ("NORMAL", "FULL"),
    "FULL also survives a power cut in the very second of a write, at the price of slower writes.",
)


def _postgres() -> dict[str, Any]:
    if not DRAHT_DATABASE_URL.startswith(("postgres://", "postgresql://")):
        raise declared.BadSetting("DRAHT_DATABASE_URL must look like postgres://user:password@host/name.")
    if importlib.util.find_spec("psycopg") is None:
        raise declared.BadSetting("DRAHT_DATABASE_URL is set, but psycopg is missing: install draht[postgres].")
    return dict(dj_database_url.parse(DRAHT_DATABASE_URL, conn_max_age=None, conn_health_checks=True))


def _databases() -> dict[str, dict[str, Any]]:
    if DRAHT_DATABASE_URL:
        return {"default": _postgres()}
    pragmas = (
        "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; "
        f"PRAGMA mmap_size=2147418112; PRAGMA synchronous={SQLITE_SYNCHRONOUS};"
    )
    return {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR / "draht.sqlite3",
            "CONN_MAX_AGE": None,
            # BEGIN IMMEDIATE: a transaction that will write waits for its turn instead of failing half-way. It does
            # not wait for long, because it keeps one of few threads from those who only read.
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 5, "init_command": pragmas},
            "TEST": {"NAME": VAR / "test.sqlite3"},
        }
    }


DATABASES = _databases()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- apps, middleware, addresses --------------------------------------------------------------------------------------

# Top to bottom as in ARCHITECTURE.md.
ROOMS = [
    "demo",
    "bench",
    "pages",
    "portability",
    "notifications",
    "feed",
    "insights",
    "newsroom",
    "moderation",
    "enquiries",
    "giveaways",
    "goals",
    "conduct",
    "companies",
    "posts",
    "contacts",
    "hints",
    "members",
    "ties",
    "actors",
    "accounts",
    "ui",
    "media",
    "richtext",
    "outbox",
]
INSTALLED_APPS = [
    *[f"draht.{room}" for room in ROOMS],
    "draht.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "draht.members.middleware.viewer_middleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "draht.accounts.middleware.Doorkeeper",
    "draht.config.headers.security_headers",
    "draht.config.faults.Faults",
]
ROOT_URLCONF = "draht.config.urls"
WSGI_APPLICATION = "draht.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / room / "templates" for room in ROOMS],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "draht.ui.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "draht.ui.context.one_token",
            ],
        },
    },
    # Only for what allauth renders in parts that we do not show.
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {}},
]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "draht.ui.assets.BuiltFilesFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "media"
USE_TZ = True
USE_I18N = True
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LOCALE_PATHS: list[Path] = []

# --- safety -----------------------------------------------------------------------------------------------------------

SESSION_ENGINE = "draht.accounts.sessions"
SESSION_COOKIE_NAME = "draht"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "draht.config.faults.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
CSRF_TRUSTED_ORIGINS = [DRAHT_ADDRESS]

# --- accounts ---------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["draht.accounts.passwords.OwaspArgon2", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_ADAPTER = "draht.accounts.adapter.Adapter"
ACCOUNT_SIGNUP_FORM_CLASS = "draht.accounts.sign_up.Newcomer"
ACCOUNT_FORMS = {
    "login": "draht.accounts.forms.SignInForm",
    "signup": "draht.accounts.forms.SignUpForm",
    "add_email": "draht.accounts.forms.AddAddressForm",
    "change_password": "draht.accounts.forms.ChangePasswordForm",
    "set_password": "draht.accounts.forms.SetPasswordForm",
    "reset_password": "draht.accounts.forms.AskForResetForm",
    "reset_password_from_key": "draht.accounts.forms.ResetPasswordForm",
    "reauthenticate": "draht.accounts.forms.ConfirmPasswordForm",
}
ACCOUNT_PREVENT_ENUMERATION = True
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 5
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = True
MFA_ADAPTER = "draht.accounts.adapter.MFAAdapter"
MFA_FORMS = {
    "authenticate": "draht.accounts.forms.SecondFactorForm",
    "reauthenticate": "draht.accounts.forms.ConfirmSecondFactorForm",
    "activate_totp": "draht.accounts.forms.SetUpAppForm",
    "add_webauthn": "draht.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "draht.accounts.forms.NamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = DRAHT_NAME
MFA_TOTP_TOLERANCE = 1
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0
# Besides allauth's own: how often guests may send enquiries (draht/enquiries/limits.py), and how often the link in a
# mail may turn off the next ones (draht/notifications/limits.py).
ACCOUNT_RATE_LIMITS = {
    "enquiry_by_ip": "10/h/ip",
    "enquiry_by_address": "5/d/key",
    "enquiry_to_company": "100/d/key",
    "no_mail": "20/5m/key",
}
# Makes a member of somebody who was let in: (user, first_name, last_name). Members live above accounts.
DRAHT_JOIN = "draht.members.actions.join"
# Rate limits are counted here; all web processes must see the same numbers. Too slow for anything on a page.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_shared_value",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- jobs and mail ----------------------------------------------------------------------------------------------------

TASKS = {"default": {"BACKEND": "draht.outbox.backend.DatabaseBackend"}}
DRAHT_JOB_LEASE = declared.number(
    "DRAHT_JOB_LEASE", 60, "Seconds after which the jobs of a worker that was killed are taken up by another."
)
DRAHT_KEEP_EVENTS = declared.number("DRAHT_KEEP_EVENTS", 90, "Days for which the record of what happened is kept.")
DRAHT_PICTURE_MEGABYTES = declared.number("DRAHT_PICTURE_MEGABYTES", 10, "Largest picture that may be uploaded, in MB.")
EMAIL_FILE_PATH = VAR / "mail"
SMTP_HOST = declared.text("DRAHT_SMTP_HOST", "", "Mail server. Empty: mail is stored in the var folder and not sent.")
EMAIL_HOST = SMTP_HOST
EMAIL_PORT = declared.number("DRAHT_SMTP_PORT", 587, "Port of the mail server.")
EMAIL_HOST_USER = declared.text("DRAHT_SMTP_USER", "", "User name at the mail server.")
EMAIL_HOST_PASSWORD = declared.text("DRAHT_SMTP_PASSWORD", "", "Password at the mail server.")
EMAIL_USE_TLS = declared.flag("DRAHT_SMTP_TLS", True, "Speak STARTTLS with the mail server.")
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if SMTP_HOST else "django.core.mail.backends.filebased.EmailBackend"
)
DEFAULT_FROM_EMAIL = declared.text("DRAHT_MAIL_FROM", "Draht <draht@localhost>", "Sender of the mail that Draht sends.")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
