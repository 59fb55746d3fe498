"""Addresses of insights. Included at the root."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.insights.views import figures, trail

app_name = "insights"
urlpatterns = [
    path("posts/<id:post>/trail/", trail.trail, name="trail"),
    path("companies/<slug:handle>/figures/", figures.figures, name="figures"),
    path("companies/<slug:handle>/figures.csv", figures.as_csv, name="csv"),
    path("companies/<slug:handle>/figures.pdf", figures.as_pdf, name="pdf"),
    path("companies/<slug:handle>/goals/", figures.state_goals, name="goals"),
    path("companies/<slug:handle>/goals/posts/", figures.serve, name="serve"),
    path("companies/<slug:handle>/goals/<id:goal>/end/", figures.end_goal, name="end_goal"),
]
