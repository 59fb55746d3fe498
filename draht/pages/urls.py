"""Addresses of pages that belong to no single room, or show several."""

from django.urls import path

from draht.pages.views import atom, handover
from draht.pages.views import texts as views

app_name = "pages"
urlpatterns = [
    path("about/", views.about, name="about"),
    path("help/", views.help_page, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("company/mandates/<int:mandate>/handover.<slug:kind>", handover.handover, name="handover"),
    path("companies/<slug:handle>/atom.xml", atom.company, name="company_feed"),
    path("members/<slug:handle>/atom.xml", atom.member, name="member_feed"),
    path("imprint/", views.imprint, name="imprint"),
]
