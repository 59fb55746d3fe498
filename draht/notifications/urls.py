"""Addresses of notices."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.notice_list, name="list"),
    path("count/", views.count, name="count"),
    path("read/", views.read, name="read"),
    path("choices/", views.choices, name="choices"),
    path("no-mail/<str:token>/", views.no_mail, name="no_mail"),
    path("<id:notice>/", views.follow_up, name="notice"),
]
