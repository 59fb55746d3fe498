"""Addresses of the feed."""

from django.urls import path

from draht.feed import views

app_name = "feed"
urlpatterns = [
    path("new/", views.new, name="new"),
    path("why/<int:post>/", views.why, name="why"),
]
