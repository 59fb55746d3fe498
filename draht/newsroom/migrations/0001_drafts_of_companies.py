"""The drafts that the room of companies kept. Their tables are there already."""

import django.db.models.deletion
from django.db import migrations, models

import draht.common.ids

CASCADE, SET_NULL = django.db.models.deletion.CASCADE, django.db.models.deletion.SET_NULL


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("actors", "0001_initial"),
        ("companies", "0005_drafts_move_to_the_newsroom"),
        ("members", "0001_initial"),
        ("posts", "0001_initial"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.BigIntegerField(
                                default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("state", models.CharField(default="waiting", max_length=9)),
                        (
                            "audience",
                            models.ForeignKey(
                                db_index=False, on_delete=CASCADE, related_name="+", to="actors.actor"
                            ),
                        ),
                        ("company", models.ForeignKey(on_delete=CASCADE, related_name="+", to="companies.company")),
                        ("mandate", models.ForeignKey(on_delete=CASCADE, related_name="+", to="companies.mandate")),
                        ("post", models.ForeignKey(null=True, on_delete=SET_NULL, related_name="+", to="posts.post")),
                        (
                            "released_by",
                            models.ForeignKey(null=True, on_delete=SET_NULL, related_name="+", to="members.member"),
                        ),
                    ],
                ),
                migrations.AddIndex(
                    "draft", models.Index(fields=["company", "state", "id"], name="companies_drafts")
                ),
                migrations.CreateModel(
                    name="DraftVersion",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "draft_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("id", models.BigIntegerField(default=draht.common.ids.new_id)),
                        ("text", models.TextField(max_length=5000)),
                        ("html", models.TextField()),
                        (
                            "draft",
                            models.ForeignKey(
                                db_index=False, on_delete=CASCADE, related_name="versions", to="newsroom.draft"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="DraftComment",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "draft_id", "id", blank=True, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("id", models.BigIntegerField(default=draht.common.ids.new_id)),
                        ("words", models.TextField(max_length=1000)),
                        ("returns", models.BooleanField(default=False)),
                        (
                            "draft",
                            models.ForeignKey(
                                db_index=False, on_delete=CASCADE, related_name="comments", to="newsroom.draft"
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(null=True, on_delete=SET_NULL, related_name="+", to="members.member"),
                        ),
                    ],
                ),
            ],
        ),
    ]
