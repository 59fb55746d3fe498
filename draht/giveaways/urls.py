"""Addresses of giveaways."""

from django.urls import path

import draht.common.converters  # noqa: F401 - teaches addresses <id:…>
from draht.giveaways.views import building, drawing, files, pages, taking_part

app_name = "giveaways"
urlpatterns = [
    path("companies/<str:handle>/giveaways/", pages.giveaway_list, name="list"),
    path("companies/<str:handle>/giveaways/new/", building.build, name="build"),
    path("giveaways/recompute.py", files.script, name="script"),
    path("giveaways/<id:giveaway>/", pages.giveaway, name="giveaway"),
    path("giveaways/<id:giveaway>/edit/", building.edit, name="edit"),
    path("giveaways/<id:giveaway>/start/", building.start, name="start"),
    path("giveaways/<id:giveaway>/delete/", building.delete, name="delete"),
    path("giveaways/<id:giveaway>/call-off/", building.call_off, name="call_off"),
    path("giveaways/<id:giveaway>/entry/", taking_part.enter, name="enter"),
    path("giveaways/<id:giveaway>/entry/withdraw/", taking_part.withdraw, name="withdraw"),
    path("giveaways/<id:giveaway>/win/", taking_part.win, name="win"),
    path("giveaways/<id:giveaway>/win/decline/", taking_part.decline, name="decline"),
    path("giveaways/<id:giveaway>/draw/", pages.draw, name="draw"),
    path("giveaways/<id:giveaway>/value/", drawing.value, name="value"),
    path("giveaways/<id:giveaway>/team/", drawing.team, name="team"),
    path("giveaways/<id:giveaway>/proof.json", files.proof, name="proof"),
    path("giveaways/<id:giveaway>/terms.json", files.terms, name="terms"),
]
