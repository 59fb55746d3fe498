"""Drafts are no facts of this room any more: their tables go to the newsroom as they are."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("companies", "0004_unpublished_pages_are_not_named")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable("draftcomment", "newsroom_draftcomment"),
                migrations.AlterModelTable("draftversion", "newsroom_draftversion"),
                migrations.AlterModelTable("draft", "newsroom_draft"),
            ],
            state_operations=[
                migrations.DeleteModel("draftcomment"),
                migrations.DeleteModel("draftversion"),
                migrations.DeleteModel("draft"),
            ],
        ),
    ]
