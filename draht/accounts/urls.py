"""Addresses of this room, below the root. allauth has the rest of /account/."""

from django.urls import include, path

from draht.accounts import views

_pages = [
    path("account/", views.settings, name="settings"),
    path("account/waiting/", views.waiting, name="waiting"),
    path("account/device/<int:session_id>/", views.device, name="device"),
    path("account/closure/", views.closure, name="closure"),
    path("account/link/<str:secret>/", views.sign_in_link, name="sign_in_link"),
    path("invitations/", views.invitations, name="invitations"),
    path("invitations/links/", views.invitation_links, name="invitation_links"),
    path("invitations/<int:invitation_id>/withdrawal/", views.withdrawal, name="withdrawal"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
    path("invitation/<str:token>/another/", views.another_invitation, name="another_invitation"),
    path("invitation/<str:token>/never/", views.no_invitations, name="no_invitations"),
    path("house-rules/", views.house_rules, name="house_rules"),
    path("house-rules/accept/", views.acknowledge, name="acknowledge"),
    path("host/house-rules/", views.new_house_rules, name="new_house_rules"),
    path("host/members/", views.desk, name="desk"),
    path("host/members/<int:user_id>/approval/", views.approval, name="approval"),
    path("host/members/<int:user_id>/refusal/", views.refusal, name="refusal"),
]

urlpatterns = [
    path("language/", views.language, name="language"),
    # In the place of allauth's page with the same name.
    path("account/sessions/", views.Devices.as_view(), name="usersessions_list"),
    path("", include((_pages, "accounts"))),
]
