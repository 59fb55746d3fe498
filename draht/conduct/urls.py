"""Addresses of house rules. Included at the root."""

from django.urls import path

from draht.conduct import views

app_name = "conduct"
urlpatterns = [
    path("companies/<slug:handle>/house-rules/", views.rules, name="rules"),
    path("companies/<slug:handle>/house-rules/new/", views.write, name="write"),
    path("companies/<slug:handle>/house-rules/<int:version>/", views.version, name="version"),
    path("companies/<slug:handle>/house-rules/<int:version>/acknowledgement/", views.acknowledge, name="acknowledge"),
]
