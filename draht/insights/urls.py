"""Addresses of insights. Included at the root."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.insights import views

app_name = "insights"
urlpatterns = [
    path("posts/<id:post>/trail/", views.trail, name="trail"),
]
