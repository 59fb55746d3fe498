"""In development only: sign in as anybody, read the mail that would have been sent."""

from django.urls import path

from draht.demo import views

app_name = "demo"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("mail/", views.mails, name="mails"),
    path("mail/<str:key>/", views.mail, name="mail"),
]
