"""Addresses of this room, below the root."""

from django.urls import path

from draht.portability import views

app_name = "portability"
urlpatterns = [
    path("account/export/", views.takeaway, name="takeaway"),
    path("account/export/archive/", views.archive, name="archive"),
]
