"""Addresses of members. Included at the root.

The profile itself, `members:profile`, and the names to mention, `members:suggest`, show rooms above this one:
draht/config/urls.py adds them from `pages`."""

from django.urls import path

from draht.members.views import card, directory, profile

app_name = "members"
urlpatterns = [
    path("members/", directory.directory, name="directory"),
    path("profile/", profile.own_profile, name="own_profile"),
    path("profile/name/", profile.name, name="name"),
    path("profile/portrait/", profile.portrait, name="portrait"),
    path("profile/portrait/removal/", profile.remove_portrait, name="remove_portrait"),
    path("profile/<slug:section>/", profile.section, name="section"),
    path("profile/<slug:section>/shown/", profile.shown_section, name="shown_section"),
    path("profile/<slug:section>/audience/", profile.audience, name="audience"),
    path("profile/<slug:section>/<int:entry>/", profile.entry, name="entry"),
    path("profile/<slug:section>/<int:entry>/removal/", profile.remove_entry, name="remove_entry"),
    path("card/", card.card, name="card"),
    path("card/new/<slug:kind>/", card.new_field, name="new_field"),
    path("card/preview/<slug:kind>/<int:entry>/", card.preview, name="preview_card"),
    path("card/<int:entry>/", card.field, name="field"),
    path("card/<int:entry>/removal/", card.remove_field, name="remove_field"),
    path("card/<int:entry>/place/", card.move_field, name="move_field"),
]
