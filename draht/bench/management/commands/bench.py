"""`draht bench`: make a synthetic network, measure it."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from draht.bench import companies, pages, reads, start, writes
from draht.bench.network import Network
from draht.bench.report import Figure, as_json
from draht.members.models import Member

PARTS = ("start", "feed", "home", "followers", "companies", "writes", "jobs")


class Command(BaseCommand):
    help = "Measure Draht: every figure beside its limit from the same run. Only on a database made for it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """make --members N, or run with some or all parts."""
        commands = parser.add_subparsers(dest="what", required=True)
        make = commands.add_parser("make", help="fill an empty database with a synthetic network")
        make.add_argument("--members", type=int, required=True)
        run = commands.add_parser("run", help="measure and print")
        run.add_argument("parts", nargs="*", choices=[*PARTS, []], help="default: all")
        run.add_argument("--seconds", type=float, default=9, help="per measured page (default: %(default)s)")
        run.add_argument("--json", action="store_true")
        write = commands.add_parser("write", help="one of the processes of the writing benchmark")
        write.add_argument("--kind", choices=writes.KINDS, required=True)
        write.add_argument("--seconds", type=float, required=True)
        write.add_argument("--seed", type=int, required=True)

    def handle(self, *, what: str, **options: Any) -> None:
        """Do one of the three."""
        if what == "make":
            self._make(options["members"])
        elif what == "write":
            print(writes.write_alone(options["kind"], options["seconds"], options["seed"]))
        else:
            figures = self._run(options["parts"] or PARTS, options["seconds"])
            if options["json"]:
                print(as_json(figures))

    def _make(self, members: int) -> None:
        call_command("prepare")
        if Member.objects.exists():
            raise CommandError("There are members in this database; a synthetic network wants an empty one.")
        Network(members).fill()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def _run(self, parts: list[str] | tuple[str, ...], seconds: float) -> list[Figure]:
        measures = {
            "start": start.fresh_installation,
            "feed": reads.feed_acts,
            "home": lambda: pages.home(seconds=seconds),
            "followers": writes.followers,
            "companies": lambda: companies.companies(seconds=seconds),
            "writes": lambda: writes.throughput(seconds=seconds),
            "jobs": writes.jobs,
        }
        print(f"\n{connection.vendor}, Python {sys.version.split()[0]}", file=sys.stderr)
        figures = []
        for part in PARTS:
            if part in parts:
                found = measures[part]()
                print(f"{part}", *found, sep="\n")
                figures += found
        connections.close_all()
        return figures
