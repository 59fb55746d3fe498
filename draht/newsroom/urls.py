"""Addresses of drafts and the calendar. Included at the root."""

from django.urls import path

from draht.newsroom.views import calendar, desk, draft, writing

app_name = "newsroom"
urlpatterns = [
    path("companies/<slug:handle>/drafts/", desk.drafts, name="drafts"),
    path("companies/<slug:handle>/drafts/new/", writing.write_post, name="write_post"),
    path("companies/<slug:handle>/drafts/article/", writing.write_article, name="write_article"),
    path("companies/<slug:handle>/calendar/", calendar.month, name="calendar"),
    path("company/drafts/<int:draft>/", draft.draft, name="draft"),
    path("company/drafts/<int:draft>/text/", writing.change, name="change"),
    path("company/drafts/<int:draft>/publication/", draft.publish, name="publish"),
    path("company/drafts/<int:draft>/plan/", draft.unplan, name="unplan"),
    path("company/drafts/<int:draft>/return/", draft.give_back, name="return"),
    path("company/drafts/<int:draft>/withdrawal/", draft.withdraw, name="withdraw"),
]
