"""The doctor names each of these faults, and nothing on a sound installation."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

import draht
from draht.config.doctor import Finding, Verdict, files, running, setting, software, store
from draht.config.doctor.rounds import examine
from draht.media.models import Picture
from draht.outbox.models import Job, State, Worker


def wrongs(findings: Iterable[Finding]) -> list[str]:
    return [finding.found for finding in findings if finding.verdict is Verdict.WRONG]


def warnings(findings: Iterable[Finding]) -> list[str]:
    return [finding.found for finding in findings if finding.verdict is Verdict.WARNING]


def test_every_complaint_says_what_to_do(db: None, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["elsewhere.example"]
    complaints = [finding for finding in examine(port=_free_port()) if finding.verdict is not Verdict.OK]
    assert complaints
    assert all(finding.remedy for finding in complaints)


# --- software ---------------------------------------------------------------------------------------------------------


def test_python_and_libraries_of_the_tests_are_well() -> None:
    assert wrongs([*software.python(), *software.libraries()]) == []


def test_an_old_python_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert wrongs(software.python())


@pytest.mark.parametrize(
    ("version", "clauses", "expected"),
    [
        ("5.2.19", ">=5.2.8,<6", True),
        ("6.0", ">=5.2.8,<6", False),
        ("5.2.7", ">=5.2.8,<6", False),
        ("4.0.0rc1", ">=4.0,<5", True),
        ("1.0", "", True),
    ],
)
def test_versions_are_compared_by_number(version: str, clauses: str, expected: bool) -> None:
    assert software.fits(version, clauses) is expected


def test_a_missing_library_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(software, "_declared", lambda: ["nobody-has-this>=1", "django>=99"])
    missing, old = wrongs(software.libraries())
    assert missing == "The library nobody-has-this is missing"
    assert old.endswith("but Draht needs >=99")


# --- settings ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def public(settings: Settings) -> Settings:
    """Settings as they should be on the internet."""
    settings.DRAHT_ADDRESS = "https://draht.example.org"
    settings.ALLOWED_HOSTS = ["draht.example.org"]
    settings.BEHIND_PROXY = True
    settings.DRAHT_DEVELOPMENT = False
    return settings


def test_sound_settings_are_well(public: Settings) -> None:
    assert wrongs(setting.contradictions()) == []


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("DRAHT_DEVELOPMENT", True, "DRAHT_DEVELOPMENT=1"),
        ("ALLOWED_HOSTS", ["localhost"], "DRAHT_HOSTS does not contain draht.example.org"),
        ("ALLOWED_HOSTS", ["*"], "DRAHT_HOSTS=*"),
        ("BEHIND_PROXY", False, "does not know of the proxy"),
        ("DRAHT_ADDRESS", "http://draht.example.org", "is public but not encrypted"),
        ("DRAHT_ADDRESS", "draht.example.org", "is not the address of a front page"),
        ("SECRET_KEY", "short", "can be guessed"),
    ],
)
def test_settings_that_contradict_are_wrong(public: Settings, name: str, value: object, found: str) -> None:
    setattr(public, name, value)
    assert any(found in line for line in wrongs(setting.contradictions()))


def test_mail_from_localhost_is_named(public: Settings) -> None:
    public.SMTP_HOST = "mail.example.org"
    public.DEFAULT_FROM_EMAIL = "Draht <draht@localhost>"
    assert warnings(setting.contradictions())


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_var_folder_that_cannot_be_written_is_wrong(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path / "gone"
    assert "cannot be written" in wrongs(files.var_folder())[0]


def test_a_full_disk_is_wrong(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.VAR = tmp_path
    assert wrongs(files.var_folder()) == []
    monkeypatch.setattr(files, "_TOO_LITTLE", 1 << 62)
    assert wrongs(files.var_folder())


def test_a_key_that_others_can_read_is_wrong(settings: Settings, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    key = tmp_path / "secret-key"
    key.write_text("k" * 64)
    key.chmod(0o644)
    assert wrongs(files.secret_key())
    key.chmod(0o600)
    assert wrongs(files.secret_key()) == []


def test_static_files_that_were_not_collected_are_wrong(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    assert wrongs(files.static_files()) == ["Static files are missing or of another version"]


def test_words_that_were_not_compiled_are_wrong(settings: Settings, tmp_path: Path) -> None:
    words = tmp_path / "posts" / "locale" / "de" / "LC_MESSAGES" / "django.po"
    words.parent.mkdir(parents=True)
    words.touch()
    settings.PACKAGE, settings.ROOMS = tmp_path, ["posts"]
    assert "Translations are not compiled" in wrongs(files.translations())[0]
    words.with_suffix(".mo").touch()
    assert wrongs(files.translations()) == []


# --- database ---------------------------------------------------------------------------------------------------------


def test_the_database_of_the_tests_is_well(db: None) -> None:
    assert wrongs(store.database()) == []


def _doctor(var: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    clean = {key: value for key, value in os.environ.items() if not key.startswith("DRAHT_")}
    clean |= {"DRAHT_VAR": str(var), "DJANGO_SETTINGS_MODULE": "draht.config.settings", **environment}
    command = [sys.executable, "-m", "draht.config.command", "doctor", "--port", str(_free_port())]
    return subprocess.run(command, env=clean, capture_output=True, text=True, timeout=60, check=False)


def test_a_new_folder_lacks_its_tables_and_its_static_files(tmp_path: Path) -> None:
    found = _doctor(tmp_path)
    assert found.returncode == 1
    assert "migrations wait" in found.stdout
    assert "→ draht migrate" in found.stdout
    assert "→ draht prepare" in found.stdout


def test_a_damaged_database_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "draht.sqlite3").write_bytes(b"this is no database " * 500)
    found = _doctor(tmp_path)
    assert found.returncode == 1
    assert "The database does not answer: file is not a database" in found.stdout
    assert "restore the last backup" in found.stdout


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "draht.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE words (word TEXT)")
        database.execute("CREATE INDEX word ON words (word)")
        database.executemany("INSERT INTO words VALUES (?)", [(f"word {number}",) for number in range(5000)])
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * 8192)
    found = _doctor(tmp_path)
    assert "wrong    The database" in found.stdout


def test_a_database_that_is_not_there_is_named_without_the_password(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    url = f"postgres://draht:wire-secret@127.0.0.1:{_free_port()}/draht"
    found = _doctor(tmp_path, DRAHT_DATABASE_URL=url)
    assert "The database does not answer" in found.stdout
    assert "wire-secret" not in found.stdout + found.stderr


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DRAHT_TIME_ZONE", "Nowhere", "must be a time zone"),
        ("DRAHT_DATABASE_URL", "oracle://nobody", "must look like postgres://"),
        ("DRAHT_DEVELOPMENT", "yes", "must be 0 or 1"),
        ("DRAHT_SMTP_PORT", "mail", "must be a number"),
        ("DRAHT_VAR", "/dev/null/var", "cannot be used"),
    ],
)
def test_a_value_that_cannot_mean_anything_is_one_line(tmp_path: Path, name: str, value: str, said: str) -> None:
    found = _doctor(tmp_path, **{name: value})
    assert found.returncode == 1
    assert said in found.stderr
    assert len(found.stderr.splitlines()) == 1


# --- what runs --------------------------------------------------------------------------------------------------------


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _answering(status: int, body: bytes) -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def _health(**changed: object) -> bytes:
    return json.dumps({"version": draht.__version__, "web": "ok", "database": "ok", **changed}).encode()


def test_a_web_server_that_answers_is_well() -> None:
    with _answering(200, _health()) as port:
        assert [finding.verdict for finding in running.web(port)] == [Verdict.OK]


def test_nothing_on_the_port_is_a_warning() -> None:
    assert "Nothing answers" in warnings(running.web(_free_port()))[0]


def test_another_program_on_the_port_is_wrong() -> None:
    with _answering(200, b"<h1>Printer</h1>") as port:
        assert "Something else answers" in wrongs(running.web(port))[0]


def test_a_web_server_without_its_database_is_wrong() -> None:
    with _answering(503, _health(database="down")) as port:
        assert "its database does not" in wrongs(running.web(port))[0]


def test_an_older_version_that_still_runs_is_a_warning() -> None:
    with _answering(200, _health(version="0.0.1")) as port:
        assert "Draht 0.0.1 still runs" in warnings(running.web(port))[0]


def test_no_worker_is_a_warning_and_a_living_one_is_well(db: None) -> None:
    assert "No worker has shown itself:" in warnings(running.worker())[0]
    Worker.objects.create(id="host:1:abc", version=draht.__version__)
    assert warnings(running.worker()) == []
    Worker.objects.update(seen=timezone.now() - timedelta(hours=1))
    assert "No worker has shown itself since" in warnings(running.worker())[0]


def _job(**facts: object) -> Job:
    return Job.objects.create(task="draht.x", arguments={"args": [], "kwargs": {}}, max_attempts=1, **facts)


def test_a_job_that_waits_too_long_is_a_warning(db: None) -> None:
    Worker.objects.create(id="host:1:abc", version=draht.__version__)
    _job(run_after=timezone.now() - timedelta(minutes=20))
    assert warnings(running.worker()) == ["A job has been waiting for 20 minutes"]


def test_jobs_that_failed_for_good_are_a_warning(db: None) -> None:
    assert warnings(running.jobs()) == []
    _job(state=State.FAILED)
    assert warnings(running.jobs()) == ["Jobs that failed for good: 1"]


def test_mail_that_is_only_stored_is_named_outside_development(settings: Settings) -> None:
    settings.SMTP_HOST, settings.DRAHT_DEVELOPMENT = "", False
    assert warnings(running.mail())
    settings.DRAHT_DEVELOPMENT = True
    assert warnings(running.mail()) == []


@contextmanager
def _mail_server(*, refuses: bool = False) -> Iterator[int]:
    """Speaks as much SMTP as a greeting needs, without STARTTLS."""

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rwb", buffering=0) as talk:
            talk.write(b"220 mail.example.org\r\n")
            while line := talk.readline():
                if line.upper().startswith(b"EHLO"):
                    talk.write(b"250-mail.example.org\r\n250 AUTH PLAIN\r\n")
                elif line.upper().startswith(b"AUTH"):
                    talk.write(b"535 no\r\n" if refuses else b"235 yes\r\n")
                elif line.upper().startswith(b"QUIT"):
                    talk.write(b"221 bye\r\n")
                    return
                else:
                    talk.write(b"250 ok\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)


@pytest.fixture
def mail_settings(settings: Settings) -> Settings:
    settings.SMTP_HOST = settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_USE_TLS = False
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "draht", "draht-secret"
    return settings


def test_a_mail_server_that_lets_draht_in_is_well(mail_settings: Settings) -> None:
    with _mail_server() as mail_settings.EMAIL_PORT:
        assert [finding.verdict for finding in running.mail()] == [Verdict.OK]


def test_a_mail_server_that_refuses_the_password_is_wrong(mail_settings: Settings) -> None:
    with _mail_server(refuses=True) as mail_settings.EMAIL_PORT:
        assert "refuses the user or the password" in wrongs(running.mail())[0]


def test_a_mail_server_without_encryption_is_wrong(mail_settings: Settings) -> None:
    mail_settings.EMAIL_USE_TLS = True
    with _mail_server() as mail_settings.EMAIL_PORT:
        assert "does not offer STARTTLS" in wrongs(running.mail())[0]


def test_a_mail_server_that_is_not_there_is_wrong(mail_settings: Settings) -> None:
    mail_settings.EMAIL_PORT = _free_port()
    assert "does not answer" in wrongs(running.mail())[0]


def test_a_picture_without_its_file_is_wrong(db: None) -> None:
    assert wrongs(running.pictures()) == []
    picture = Picture.objects.create(owner=7, purpose="post", width=10, height=10, digest="")
    assert picture.key in wrongs(running.pictures())[0]
