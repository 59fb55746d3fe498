"""Registers the room."""

from django.apps import AppConfig


class PostsApp(AppConfig):
    name = "draht.posts"
    label = "posts"
