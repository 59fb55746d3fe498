"""The addresses of this room alone."""

from django.http import HttpRequest, HttpResponseNotFound
from django.urls import include, path

urlpatterns = [path("", include("draht.media.urls"))]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponseNotFound:
    """A page that needs nothing else."""
    return HttpResponseNotFound()
