"""Writes through the public actions, and what followers cost."""

import subprocess
import time

from django.db import connection, connections

from draht.actors.models import EVERYBODY
from draht.bench.people import best_connected, everyday
from draht.bench.processes import DRAHT, running
from draht.bench.report import Figure, percentile
from draht.common.refusal import Refused
from draht.contacts.actions import ask_for_contact
from draht.contacts.models import Ground
from draht.outbox.models import Job, State
from draht.posts.actions import like_post, publish_post
from draht.posts.models import Post

KINDS = ("posts", "likes", "requests")
PUBLISHES = 200
GOAL_FOLLOWERS = 1.5


def _publish(author: int, number: int) -> float:
    began = time.perf_counter()
    publish_post(author=author, text=f"Messwert {number} #benchmark", audience=EVERYBODY)
    return (time.perf_counter() - began) * 1000


def followers() -> list[Figure]:
    """A post by the member whom 50,000 follow against one by somebody nobody follows, in turns."""
    star, plain = best_connected(limit=1)[0], everyday(limit=3)[1]
    times: dict[int, list[float]] = {star: [], plain: []}
    for number in range(PUBLISHES):
        for author in times:
            times[author].append(_publish(author, number))
    ratio = percentile(times[star], 0.5) / percentile(times[plain], 0.5)
    return [
        Figure("publish_post, 50,000 followers, p50", percentile(times[star], 0.5), "ms", ""),
        Figure("publish_post, no followers, p50", percentile(times[plain], 0.5), "ms", ""),
        Figure("… ratio", ratio, "×", f"≤ {GOAL_FOLLOWERS}", ratio <= GOAL_FOLLOWERS),
    ]


def raw_commits(seconds: float = 2) -> float:
    """The limit: transactions per second that write one row and do nothing else."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_commit (id INTEGER PRIMARY KEY, text VARCHAR(100))")
        cursor.execute("DELETE FROM bench_commit")
        until, count = time.perf_counter() + seconds, 0
        while time.perf_counter() < until:
            cursor.execute("INSERT INTO bench_commit (id, text) VALUES (%s, %s)", [count, "x"])
            count += 1
        cursor.execute("DROP TABLE bench_commit")
    return count / seconds


def write_alone(kind: str, seconds: float, seed: int) -> int:
    """Write as one process does, for so many seconds; returns how many acts were confirmed."""
    people = everyday(limit=2_000)
    posts = list(Post.objects.order_by("-id").values_list("id", flat=True)[:20_000])
    until, tried, confirmed = time.perf_counter() + seconds, 0, 0
    while time.perf_counter() < until:
        number = tried * 2 + seed
        tried += 1
        actor = people[number % len(people)]
        if kind == "posts":
            publish_post(author=actor, text=f"Messwert {seed} {tried}", audience=EVERYBODY)
        elif kind == "likes":
            like_post(actor=actor, post=posts[number * 7 % len(posts)])
        elif not _ask(actor, people[(number + 1 + number // len(people)) % len(people)]):
            continue
        confirmed += 1
    return confirmed


def _ask(asker: int, asked: int) -> bool:
    """Ask for contact. False where the rules refuse it, as between those who asked in an earlier run."""
    try:
        ask_for_contact(asker=asker, asked=asked, ground=Ground.TOPIC, text="Wir messen dieselben Drähte.")
    except Refused:
        return False
    return True


def throughput(*, seconds: float) -> list[Figure]:
    """Acts per second by two processes at once, beside bare commits by one."""
    limit = raw_commits()
    figures = [Figure("bare commits, one process", limit, "commits/s", "the limit")]
    connections.close_all()
    for kind in KINDS:
        command = [*DRAHT, "bench", "write", "--kind", kind, "--seconds", str(seconds)]
        writers = [
            subprocess.Popen([*command, "--seed", str(seed)], stdout=subprocess.PIPE, text=True) for seed in (0, 1)
        ]
        counts = [int(writer.communicate()[0].strip().splitlines()[-1]) for writer in writers]
        rate = sum(counts) / seconds
        figures.append(Figure(f"{kind}, two processes", rate, f"{kind}/s", f"{rate / limit:.1%} of bare commits"))
    return figures


def jobs() -> list[Figure]:
    """How many waiting jobs one worker does per second."""
    waiting = Job.objects.filter(state=State.READY).count()
    began = time.perf_counter()
    with running([*DRAHT, "work"]):
        while (left := Job.objects.filter(state__in=(State.READY, State.RUNNING)).count()) > waiting // 10:
            time.sleep(0.2)
    seconds = time.perf_counter() - began
    return [Figure(f"jobs, one worker ({waiting - left:,} done)", (waiting - left) / seconds, "jobs/s", "")]
