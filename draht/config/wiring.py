"""Who listens to what: the only file that says so."""

from draht.accounts import events as accounts
from draht.companies import events as company_events
from draht.companies import handlers as companies
from draht.contacts import events as contact_events
from draht.contacts import handlers as contacts
from draht.enquiries import events as enquiry_events
from draht.enquiries import handlers as enquiries
from draht.giveaways import events as giveaways
from draht.goals import events as goal_events
from draht.insights import handlers as insights
from draht.members import events as members
from draht.members import handlers as people
from draht.moderation import events as moderation_events
from draht.moderation import handlers as moderation
from draht.newsroom import events as newsroom_events
from draht.newsroom import handlers as newsroom
from draht.notifications import handlers as notices
from draht.outbox import listen
from draht.posts import events as posts
from draht.posts import handlers as post_handlers
from draht.ties import events as ties


def wire() -> None:
    """Register every listener. Called once when Draht starts."""
    listen(accounts.AccountClosed, people.part_with_member)
    listen(ties.ActorBlocked, contacts.end_what_stood_between)
    listen(members.EmployerChanged, contacts.note_new_employer)
    listen(members.PositionChanged, contacts.note_new_position)
    listen(members.StationLeft, companies.part_with_member)
    listen(company_events.CompanyRenamed, companies.name_anew)
    listen(company_events.TeamInvited, notices.tell_of_invitation)
    listen(company_events.EmploymentConfirmed, notices.tell_of_employment)
    listen(company_events.EmploymentEnded, notices.tell_of_departure)
    listen(company_events.ClaimDecided, notices.tell_of_decision)
    listen(company_events.MandateOffered, notices.tell_of_mandate)
    listen(company_events.MandateEnded, newsroom.part_with_mandate)
    listen(company_events.MandateEnded, notices.tell_of_end)
    listen(newsroom_events.DraftWaits, notices.tell_of_draft)
    listen(newsroom_events.DraftReleased, notices.tell_of_release)
    listen(newsroom_events.DraftReturned, notices.tell_of_return)
    listen(newsroom_events.DraftStopped, notices.tell_of_stop)
    listen(members.CardFieldAdded, contacts.note_changed_field)
    listen(members.CardFieldChanged, contacts.note_changed_field)
    listen(members.CardFieldRemoved, contacts.forget_removed_field)
    listen(posts.PostPublished, notices.tell_of_mentions)
    listen(posts.PostEdited, notices.tell_of_mentions)
    listen(posts.PostDeleted, notices.forget_post)
    listen(posts.CommentWritten, notices.tell_of_comment)
    listen(posts.CommentEdited, notices.tell_of_mentions_in_comment)
    listen(posts.CommentDeleted, notices.forget_comment)
    listen(posts.CaseMoved, companies.log_case)
    listen(posts.CommentHidden, companies.log_hidden_comment)
    listen(posts.CommentShown, companies.log_shown_comment)
    listen(posts.CommentDeleted, moderation.forget_comment)
    listen(posts.PostDeleted, moderation.forget_post)
    listen(posts.CaseMoved, notices.tell_of_case)
    listen(posts.CommentHidden, notices.tell_of_hiding)
    listen(moderation_events.AppealMade, notices.tell_of_appeal)
    listen(moderation_events.AppealDecided, notices.tell_of_appeal_decision)
    listen(posts.PostLiked, notices.tell_of_like)
    listen(posts.CommentLiked, notices.tell_of_comment_like)
    listen(posts.LikeWithdrawn, notices.forget_like)
    listen(posts.PostRecommended, notices.tell_of_recommendation)
    listen(posts.RecommendationWithdrawn, notices.forget_recommendation)
    listen(posts.PostRecommended, insights.note_step)
    listen(posts.RecommendationWithdrawn, insights.mend_trail)
    listen(giveaways.GiveawayDropped, insights.forget_giveaway)
    listen(goal_events.ProfessionsNamed, insights.count_professions)
    listen(contact_events.ContactRequested, notices.tell_of_request)
    listen(contact_events.RequestWithdrawn, notices.forget_request)
    listen(contact_events.RequestRefused, notices.close_refused_request)
    listen(contact_events.ContactAgreed, notices.tell_of_acceptance)
    listen(ties.ActorFollowed, notices.tell_of_follow)
    listen(enquiry_events.EnquiryAsked, notices.tell_of_question)
    listen(enquiry_events.EnquiryAnswered, notices.tell_of_reply)
    listen(enquiry_events.EnquiryAssigned, notices.tell_of_assignment)
    listen(enquiry_events.AnswerMissed, notices.tell_of_missed_answer)
    listen(enquiry_events.WaitEnded, notices.settle_enquiry)
    listen(enquiry_events.EnquiryDeleted, notices.forget_enquiry)
    listen(ties.ActorBlocked, notices.forget_blocked)
    listen(members.MemberRenamed, post_handlers.name_anew)
    listen(members.MemberLeft, post_handlers.name_anew)
    listen(posts.PostPublished, enquiries.take_up_post)
    listen(posts.PostEdited, enquiries.take_up_post)
    listen(posts.CommentWritten, enquiries.take_up_comment)
    listen(posts.CommentEdited, enquiries.take_up_comment)
    listen(posts.CommentHidden, enquiries.settle_hidden_comment)
    listen(posts.CommentDeleted, enquiries.forget_words)
    listen(posts.PostDeleted, enquiries.forget_words)
    listen(company_events.TeamChanged, enquiries.release_work_of)
    listen(enquiry_events.WaitEnded, enquiries.count_answer)
    listen(members.MemberLeft, enquiries.forget_questions_of)
    listen(giveaways.ValueKnown, notices.tell_of_value)
    listen(giveaways.WinnerDrawn, notices.tell_of_win)
    listen(giveaways.GiveawayCleared, notices.forget_wins)
    listen(members.MemberLeft, post_handlers.erase_words_of)
    listen(members.MemberLeft, notices.forget_member)
