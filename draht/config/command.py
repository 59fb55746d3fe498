"""The `draht` command: Django's management commands under one name, ours in front."""

import os
import sys

import draht
from draht.config.declared import BadSetting

# What a shell says of a program that ctrl-c ended.
_INTERRUPTED = 130


def main() -> None:
    """Run `draht <command> [options]`; `draht help` lists the commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "draht.config.settings")
    try:
        _run(_as_files(sys.argv))
    except BadSetting as bad:
        sys.exit(f"draht: {bad}")
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _run(words: list[str]) -> None:
    import django
    from django.core.management import ManagementUtility
    from django.db import OperationalError

    if words[1:] in (["version"], ["--version"]):
        print(draht.__version__)  # noqa: T201 - it is what was asked for
    elif words[1:] in ([], ["help"], ["--help"], ["-h"]):
        django.setup()
        print("\n".join(_overview()))  # noqa: T201 - it is what was asked for
    else:
        utility = ManagementUtility(words)
        utility.prog_name = "draht"
        try:
            utility.execute()
        except OperationalError as error:
            sys.exit(f"draht: The database does not do it: {' '.join(str(error).split())} What to do: draht doctor")


def _overview() -> list[str]:
    """Our commands and what each does. Django's own are there, too, but nobody needs them to run a Draht."""
    from django.core.management import get_commands, load_command_class

    ours = {name: app for name, app in sorted(get_commands().items()) if app.startswith("draht.") or name == "migrate"}
    helps = {name: load_command_class(app, name).help.partition(". ")[0].rstrip(".") for name, app in ours.items()}
    lines = [f"  {name.replace('_', '-'):<14} {help}" for name, help in helps.items()]
    return ["draht <command> [options]", "", *lines, "", "draht help <command> tells the options."]


def _as_files(words: list[str]) -> list[str]:
    """Commands of two words are written with a hyphen, which their files cannot have: draht settings-page."""
    named = 2 if words[1:2] == ["help"] else 1
    return [
        word.replace("-", "_") if number == named and word[:1] != "-" else word for number, word in enumerate(words)
    ]


if __name__ == "__main__":
    main()
