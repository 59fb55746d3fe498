import django.db.models.deletion
from django.db import migrations, models

import draht.common.clock


class Migration(migrations.Migration):
    dependencies = [("actors", "0002_audiences"), ("posts", "0001_initial")]

    operations = [
        migrations.DeleteModel(name="PostPicture"),
        migrations.DeleteModel(name="DraftPicture"),
        migrations.CreateModel(
            name="PostPicture",
            fields=[
                ("pk", models.CompositePrimaryKey("post_id", "position", blank=True, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("picture_id", models.BigIntegerField()),
                ("key", models.CharField(max_length=32)),
                ("alt", models.CharField(blank=True, default="", max_length=500)),
                ("width", models.PositiveSmallIntegerField()),
                ("height", models.PositiveSmallIntegerField()),
                ("post", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="posts.post")),
            ],
        ),
        migrations.CreateModel(
            name="DraftPicture",
            fields=[
                ("pk", models.CompositePrimaryKey("author_id", "picture_id", blank=True, editable=False, primary_key=True, serialize=False)),
                ("picture_id", models.BigIntegerField()),
                ("uploaded", models.DateTimeField(db_index=True, default=draht.common.clock.now)),
                ("author", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="actors.actor")),
            ],
        ),
    ]
