"""Addresses of pictures. Included at the root."""

from django.urls import re_path

from draht.media import views

app_name = "media"
urlpatterns = [re_path(r"^media/(?P<key>[0-9a-f]{32})/(?P<size>[0-9]{2,4})\.webp\Z", views.picture, name="picture")]
