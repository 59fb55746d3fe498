"""All checks, in the order in which one would look."""

from collections.abc import Iterator

from draht.config.doctor import files, running, setting, software, store
from draht.config.doctor.findings import Finding, wrong


def examine(*, port: int | None = None) -> Iterator[Finding]:
    """Every finding. `port` is where this machine's web server listens, if the address does not say."""
    checks = [
        software.python,
        software.libraries,
        setting.contradictions,
        files.var_folder,
        files.secret_key,
        files.static_files,
        files.translations,
        store.database,
        lambda: running.web(port),
        running.worker,
        running.jobs,
        running.mail,
        running.pictures,
    ]
    for check in checks:
        try:
            yield from check()
        except Exception as error:  # noqa: BLE001 - a check that breaks must not hide the others
            yield wrong(
                f"A check broke: {type(error).__name__}: {error}", "Look above first; if this stays, report it."
            )
