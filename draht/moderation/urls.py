"""Addresses of appeals. Included at the root."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.moderation import views

app_name = "moderation"
urlpatterns = [
    path("posts/<id:post>/comments/<id:comment>/appeal/", views.appeal, name="appeal"),
    path("host/appeals/", views.desk, name="desk"),
    path("host/appeals/<id:appeal>/", views.decision, name="decision"),
]
