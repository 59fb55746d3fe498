"""What runs when: the only file that says so. Times are those of the network's time zone."""

from datetime import time, timedelta

from django.utils.translation import gettext_lazy as _

from draht.accounts import tasks as accounts
from draht.companies import tasks as companies
from draht.contacts import tasks as contacts
from draht.enquiries import tasks as enquiries
from draht.giveaways import tasks as giveaways
from draht.insights import tasks as insights
from draht.media import tasks as media
from draht.newsroom import tasks as newsroom
from draht.notifications import tasks as notices
from draht.outbox import Tick
from draht.outbox import tasks as outbox
from draht.portability import tasks as portability
from draht.posts import tasks as posts

CLOCK = (
    Tick(
        "expire requests",
        contacts.expire_requests,
        every=timedelta(hours=1),
        label=_("Let contact requests end after sixty days"),
    ),
    Tick(
        "giveaways",
        giveaways.keep_time,
        every=timedelta(minutes=5),
        label=_("Fix the lists of giveaways, pass prizes on, delete entrants’ data"),
    ),
    Tick(
        "look at proofs",
        companies.look_again,
        every=timedelta(hours=1),
        label=_("Look whether the domains of companies are still theirs"),
    ),
    Tick(
        "keep terms",
        companies.keep_terms,
        every=timedelta(minutes=1),
        label=_("Begin and end mandates of companies"),
    ),
    Tick(
        "publish drafts",
        newsroom.publish_due,
        every=timedelta(minutes=1),
        label=_("Publish what companies have planned"),
    ),
    Tick(
        "mail notices", notices.mail_notices, every=timedelta(minutes=5), label=_("Mail notices that nobody has read")
    ),
    Tick("prune changes", contacts.prune_changes, at=time(3, 20), label=_("Forget old news about contacts")),
    Tick("prune events", outbox.prune, at=time(3, 10), label=_("Forget what happened long ago")),
    Tick("forget notices", notices.forget_old_notices, at=time(3, 40), label=_("Forget old notices")),
    Tick("drop drafts", posts.drop_old_drafts, at=time(3, 50), label=_("Delete pictures that were never published")),
    Tick(
        "prune accounts",
        accounts.prune,
        at=time(3, 0),
        label=_("Forget sign-ups never confirmed and closed accounts"),
    ),
    Tick("sweep pictures", media.sweep, at=time(3, 30), label=_("Delete files of pictures that are gone")),
    Tick(
        "drop takeaways",
        portability.drop_takeaways,
        every=timedelta(hours=1),
        label=_("Delete archives that members had made for themselves"),
    ),
    Tick(
        "tell of waits",
        enquiries.tell_of_waits,
        every=timedelta(minutes=1),
        label=_("Tell companies of enquiries that wait for an answer"),
    ),
    Tick("count months", insights.count_companies, at=time(2, 30), label=_("Count the months of companies")),
    Tick("count answers", enquiries.count_figures, at=time(4, 0), label=_("Count how fast companies answer")),
    Tick(
        "tidy enquiries",
        enquiries.tidy_enquiries,
        at=time(4, 10),
        label=_("Close answered enquiries after thirty days, delete those of guests half a year later"),
    ),
)
