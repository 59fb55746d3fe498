"""The pattern page, in development only."""

from django.urls import path

from draht.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.patterns, name="patterns"),
    path("home/", views.example_home, name="example_home"),
    path("home/people/", views.example_people, name="example_people"),
    path("home/new/", views.example_new, name="example_new"),
    path("door/", views.example_door, name="example_door"),
    path("error/", views.example_error, name="example_error"),
]
