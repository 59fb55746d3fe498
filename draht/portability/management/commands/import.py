"""`draht import snb DIR`: bring in a network from elsewhere."""
# ruff: noqa: N999 - the file of a command is called like the command

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from draht.portability.snb.load import load
from draht.portability.snb.network import Network
from draht.portability.snb.reading import Folder
from draht.portability.snb.report import Report

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise ArgumentTypeError(f"{text} is no folder")
    return path


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ArgumentTypeError("a name is made of a–z, 0–9 and hyphens, at most 40")
    return text


class Command(BaseCommand):
    help = (
        "Bring in a network from elsewhere. snb: the format of LDBC's Social Network Benchmark (CsvMergeForeign). "
        "A run that was stopped goes on where it was when it is started again; nothing ever comes in twice."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What comes in, from where, and under which name it is remembered."""
        parser.add_argument("format", choices=("snb",), help="the format of the files")
        parser.add_argument("folder", type=_folder, help="the folder with `static` and `dynamic`")
        parser.add_argument(
            "--network", type=_name, default="snb", help="name of the network, if you bring in several (%(default)s)"
        )

    def handle(self, *, folder: Path, network: str, **options: Any) -> None:
        """Load everything; name what could not be loaded."""
        report = Report(out=sys.stderr)
        with translation.override("en"):
            load(Network(network, Folder(folder, report), report))
        for line in report.lines():
            self.stdout.write(line)
        if not report.loaded and not report.known:
            raise CommandError(f"Nothing was found in {folder}.")
