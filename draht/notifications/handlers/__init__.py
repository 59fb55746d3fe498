"""Who is told when something happens. Each may run twice, and looks up what is true when it runs.

A notice has the id of the act that it tells of, so that it stands where that happened, however late it is told.
"""

from draht.notifications.handlers.companies import (
    tell_of_decision,
    tell_of_departure,
    tell_of_draft,
    tell_of_employment,
    tell_of_end,
    tell_of_invitation,
    tell_of_mandate,
    tell_of_release,
    tell_of_return,
    tell_of_stop,
)
from draht.notifications.handlers.contacts import (
    close_refused_request,
    forget_request,
    tell_of_acceptance,
    tell_of_follow,
    tell_of_request,
)
from draht.notifications.handlers.criticism import (
    tell_of_appeal,
    tell_of_appeal_decision,
    tell_of_case,
    tell_of_hiding,
)
from draht.notifications.handlers.enquiries import (
    forget_enquiry,
    settle_enquiry,
    tell_of_assignment,
    tell_of_missed_answer,
    tell_of_question,
    tell_of_reply,
)
from draht.notifications.handlers.giveaways import (
    forget_wins,
    tell_of_value,
    tell_of_win,
)
from draht.notifications.handlers.partings import (
    forget_blocked,
    forget_member,
)
from draht.notifications.handlers.posts import (
    forget_comment,
    forget_like,
    forget_post,
    forget_recommendation,
    tell_of_comment,
    tell_of_comment_like,
    tell_of_like,
    tell_of_mentions,
    tell_of_mentions_in_comment,
    tell_of_recommendation,
)

__all__ = [
    "close_refused_request",
    "forget_blocked",
    "forget_comment",
    "forget_enquiry",
    "forget_like",
    "forget_member",
    "forget_post",
    "forget_recommendation",
    "forget_request",
    "forget_wins",
    "settle_enquiry",
    "tell_of_acceptance",
    "tell_of_appeal",
    "tell_of_appeal_decision",
    "tell_of_assignment",
    "tell_of_case",
    "tell_of_comment",
    "tell_of_comment_like",
    "tell_of_decision",
    "tell_of_departure",
    "tell_of_draft",
    "tell_of_employment",
    "tell_of_end",
    "tell_of_follow",
    "tell_of_hiding",
    "tell_of_invitation",
    "tell_of_like",
    "tell_of_mandate",
    "tell_of_mentions",
    "tell_of_mentions_in_comment",
    "tell_of_missed_answer",
    "tell_of_question",
    "tell_of_recommendation",
    "tell_of_release",
    "tell_of_reply",
    "tell_of_request",
    "tell_of_return",
    "tell_of_stop",
    "tell_of_value",
    "tell_of_win",
]
