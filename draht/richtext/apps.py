"""Rich text as a Django app, for its translations."""

from django.apps import AppConfig


class RichtextApp(AppConfig):
    name = "draht.richtext"
    label = "richtext"
