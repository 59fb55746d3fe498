import django.db.models.deletion
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('newsroom', '0001_drafts_of_companies'), ('newsroom', '0002_articles_plans_and_pictures')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
        ('companies', '0001_first_release'),
        ('members', '0001_first_release'),
        ('posts', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('is_article', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('writing', 'being written'), ('waiting', 'waits for release'), ('returned', 'being changed'), ('planned', 'planned'), ('stopped', 'not published'), ('released', 'published'), ('withdrawn', 'withdrawn')], default='writing', max_length=9)),
                ('planned', models.DateTimeField(null=True)),
                ('trouble', models.CharField(blank=True, default='', max_length=300)),
                ('audience', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
                ('mandate', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.mandate')),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='posts.post')),
                ('released_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
                ('writer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
            ],
            options={
                'indexes': [models.Index(fields=['company', 'state', 'id'], name='newsroom_drafts'), models.Index(condition=models.Q(('state', 'planned')), fields=['planned'], name='newsroom_due')],
            },
        ),
        migrations.CreateModel(
            name='DraftComment',
            fields=[
                ('pk', models.CompositePrimaryKey('draft_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('words', models.TextField(max_length=1000)),
                ('returns', models.BooleanField(default=False)),
                ('draft', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='newsroom.draft')),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='DraftPicture',
            fields=[
                ('pk', models.CompositePrimaryKey('draft_id', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('picture_id', models.BigIntegerField()),
                ('alt', models.CharField(blank=True, default='', max_length=500)),
                ('caption', models.CharField(blank=True, default='', max_length=300)),
                ('draft', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='newsroom.draft')),
            ],
        ),
        migrations.CreateModel(
            name='DraftVersion',
            fields=[
                ('pk', models.CompositePrimaryKey('draft_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('title', models.CharField(blank=True, default='', max_length=120)),
                ('text', models.TextField(blank=True, default='', max_length=5000)),
                ('body', models.TextField(blank=True, default='', max_length=40000)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
                ('draft', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='newsroom.draft')),
            ],
        ),
    ]
