"""The indicator stands with the targets alone."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("goals", "0003_one_target_each")]

    operations = [
        migrations.RemoveField(model_name="goal", name=name) for name in ("begins_at", "indicator", "wanted")
    ]
