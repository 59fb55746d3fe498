"""What a goal said of its one indicator becomes its first target. Apart from the changes of tables: PostgreSQL changes no
table in the transaction that has written to it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def write_targets(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """One target for each goal, with the goal's id, which nothing else among targets has."""
    goals, targets = apps.get_model("goals", "Goal"), apps.get_model("goals", "Target")
    rows = [
        targets(
            id=goal.id,
            goal=goal,
            indicator=goal.indicator,
            begins_at=goal.begins_at,
            wanted=goal.wanted,
            since=goal.stated,
        )
        for goal in goals.objects.all()
    ]
    targets.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("goals", "0002_targets")]

    operations = [migrations.RunPython(write_targets)]
