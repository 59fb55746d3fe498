"""Addresses of insights. Included at the root."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.insights.views import figures, goals, trail

app_name = "insights"
urlpatterns = [
    path("posts/<id:post>/trail/", trail.trail, name="trail"),
    path("companies/<slug:handle>/figures/", figures.figures, name="figures"),
    path("companies/<slug:handle>/figures.csv", figures.as_csv, name="csv"),
    path("companies/<slug:handle>/figures.pdf", figures.as_pdf, name="pdf"),
    path("companies/<slug:handle>/goals/", goals.state_goals, name="goals"),
    path("companies/<slug:handle>/goals/professions/", goals.professions, name="professions"),
    path("companies/<slug:handle>/goals/posts/", goals.serve, name="serve"),
    path("companies/<slug:handle>/goals/<id:goal>/end/", goals.end_goal, name="end_goal"),
    path("companies/<slug:handle>/goals/<id:goal>/targets/", goals.add_target, name="add_target"),
    path(
        "companies/<slug:handle>/goals/<id:goal>/targets/<id:target>/remove/", goals.remove_target, name="remove_target"
    ),
]
