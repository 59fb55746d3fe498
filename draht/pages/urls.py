"""Addresses of pages that belong to no single room."""

from django.urls import path

from draht.pages.views import texts as views

app_name = "pages"
urlpatterns = [
    path("about/", views.about, name="about"),
    path("help/", views.help_page, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("imprint/", views.imprint, name="imprint"),
]
