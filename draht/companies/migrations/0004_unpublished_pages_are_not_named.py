"""Pages that only their teams see cannot be mentioned by others."""

from typing import Any

from django.db import migrations


def hide(apps: Any, _schema: Any) -> None:
    companies = apps.get_model("companies", "Company").objects.filter(published=None)
    apps.get_model("actors", "Actor").objects.filter(id__in=companies.values("actor_id")).update(may_be_named=False)


class Migration(migrations.Migration):
    dependencies = [("companies", "0003_mandates"), ("actors", "0005_may_be_named")]
    operations = [migrations.RunPython(hide, migrations.RunPython.noop, elidable=True)]
