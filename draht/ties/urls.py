"""Addresses of ties."""

from django.urls import path

from draht.ties import views

app_name = "ties"
urlpatterns = [
    path("", views.tie_list, name="list"),
    path("follow/", views.follow, name="follow"),
    path("unfollow/", views.unfollow, name="unfollow"),
    path("mute/", views.mute, name="mute"),
    path("unmute/", views.unmute, name="unmute"),
    path("block/", views.block, name="block"),
    path("unblock/", views.unblock, name="unblock"),
]
