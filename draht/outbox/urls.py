"""Addresses of the host's desk for jobs. Included as "host/jobs/"."""

from django.urls import path

from draht.outbox import views

app_name = "outbox"
urlpatterns = [
    path("", views.desk, name="desk"),
    path("failed/", views.failed_jobs, name="failed_jobs"),
    path("<int:job_id>/", views.job, name="job"),
]
