"""Registers the room, and its question beside the composer."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GoalsApp(AppConfig):
    name = "draht.goals"
    label = "goals"

    def ready(self) -> None:
        """Composers lie below and cannot ask this room, so it tells them."""
        from draht.goals.actions import serve_when_published
        from draht.goals.queries import goals_beside
        from draht.posts.beside import Question, add

        label, none = _("Serves the goal"), _("none")
        add(question=Question("goal", label, none, options=goals_beside, keep=serve_when_published))
