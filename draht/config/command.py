"""The `draht` command: Django's management commands under one name."""

import os
import sys

from draht.config.declared import BadSetting


def main() -> None:
    """Run `draht <command> [options]`; `draht help` lists the commands."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "draht.config.settings")
    from django.core.management import ManagementUtility

    utility = ManagementUtility(_as_files(sys.argv))
    utility.prog_name = "draht"
    try:
        utility.execute()
    except BadSetting as bad:
        sys.exit(f"draht: {bad}")


def _as_files(words: list[str]) -> list[str]:
    """Commands of two words are written with a hyphen, which their files cannot have: draht settings-page."""
    named = 2 if words[1:2] == ["help"] else 1
    return [
        word.replace("-", "_") if number == named and word[:1] != "-" else word for number, word in enumerate(words)
    ]


if __name__ == "__main__":
    main()
