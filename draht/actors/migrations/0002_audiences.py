from django.db import migrations


def add_audiences(apps, schema_editor):
    Actor = apps.get_model("actors", "Actor")
    for id, handle in ((1, "everybody"), (2, "members")):
        Actor.objects.get_or_create(id=id, defaults={"kind": "audience", "name": handle.title(), "handle": handle})


class Migration(migrations.Migration):
    dependencies = [("actors", "0001_first_release")]
    operations = [migrations.RunPython(add_audiences, migrations.RunPython.noop)]
