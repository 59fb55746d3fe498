"""A PostgreSQL for one test run: its own folder, a socket only, gone afterwards."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def find_postgres() -> Path | None:
    """The folder of PostgreSQL's server programs, newest version first, or None."""
    if os.geteuid() == 0 and not _has_user("postgres"):
        return None
    on_path = shutil.which("initdb")
    candidates = [Path(on_path).resolve().parent] if on_path else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in candidates if (folder / "initdb").exists()), None)


def _has_user(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Start a server; yields the address of its database. PostgreSQL refuses root, so root becomes `postgres`."""
    programs = find_postgres()
    if programs is None:
        raise RuntimeError("PostgreSQL is not on this machine.")
    become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="draht-pg-"))
    try:
        if become:
            shutil.chown(folder, "postgres")
        data, log = folder / "data", folder / "log"
        initdb: list[str | Path] = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "draht",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        ]
        subprocess.run([*become, *initdb], check=True, stdout=subprocess.DEVNULL)
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
        control: list[str | Path] = [*become, programs / "pg_ctl", "-D", data, "-l", log]
        subprocess.run([*control, "-w", "-o", options, "start"], check=True, stdout=subprocess.DEVNULL)
        try:
            yield f"postgres://draht@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, stdout=subprocess.DEVNULL)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
