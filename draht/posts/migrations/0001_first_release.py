import django.db.models.deletion
import draht.common.clock
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('posts', '0001_initial'), ('posts', '0002_pictures'), ('posts', '0003_voices'), ('posts', '0004_cases'), ('posts', '0005_articles')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Post',
            fields=[
                ('spoken', models.SmallIntegerField(choices=[(0, 'Plainly'), (1, 'Privately'), (2, 'For Company')], default=0)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(blank=True, default='', max_length=5000)),
                ('html', models.TextField(blank=True, default='')),
                ('excerpt', models.CharField(blank=True, default='', max_length=300)),
                ('edited', models.DateTimeField(blank=True, null=True)),
                ('title', models.CharField(blank=True, db_default='', default='', max_length=120)),
                ('minutes', models.PositiveSmallIntegerField(db_default=0, default=0)),
                ('picture_count', models.PositiveSmallIntegerField(default=0)),
                ('likes', models.PositiveIntegerField(default=0)),
                ('recommendations', models.PositiveIntegerField(default=0)),
                ('comments', models.PositiveIntegerField(default=0)),
                ('stamp', models.PositiveIntegerField(default=0)),
                ('agency', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='actors.actor')),
                ('audience', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('author', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('writer', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['author', 'id'], name='posts_post_author'), models.Index(condition=models.Q(('writer__isnull', False)), fields=['writer', 'id'], name='posts_post_writer'), models.Index(condition=models.Q(('agency__isnull', False)), fields=['agency'], name='posts_post_agency')],
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='posts.post')),
                ('text', models.TextField(max_length=40000)),
                ('html', models.TextField()),
                ('sections', models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'comment_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('comment_id', models.BigIntegerField()),
                ('opened', models.DateTimeField(default=draht.common.clock.now)),
                ('answer_id', models.BigIntegerField(null=True)),
                ('answered', models.DateTimeField(null=True)),
                ('solved', models.DateTimeField(null=True)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
            options={
                'indexes': [models.Index(fields=['company', 'comment_id'], name='posts_case_company')],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('spoken', models.SmallIntegerField(choices=[(0, 'Plainly'), (1, 'Privately'), (2, 'For Company')], default=0)),
                ('pk', models.CompositePrimaryKey('post_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('answers_id', models.BigIntegerField(default=0)),
                ('text', models.TextField(blank=True, default='', max_length=2000)),
                ('html', models.TextField(blank=True, default='')),
                ('edited', models.DateTimeField(blank=True, null=True)),
                ('likes', models.PositiveIntegerField(default=0)),
                ('is_case', models.BooleanField(db_default=False, default=False)),
                ('is_hidden', models.BooleanField(db_default=False, default=False)),
                ('agency', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='actors.actor')),
                ('author', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
                ('writer', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['post', 'answers_id', 'id'], name='posts_comment_thread'), models.Index(fields=['author', 'id'], name='posts_comment_author'), models.Index(condition=models.Q(('writer__isnull', False)), fields=['writer', 'id'], name='posts_comment_writer'), models.Index(condition=models.Q(('agency__isnull', False)), fields=['agency'], name='posts_comment_agency')],
            },
        ),
        migrations.CreateModel(
            name='DraftPicture',
            fields=[
                ('pk', models.CompositePrimaryKey('author_id', 'picture_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('picture_id', models.BigIntegerField()),
                ('uploaded', models.DateTimeField(db_index=True, default=draht.common.clock.now)),
                ('author', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
        migrations.CreateModel(
            name='Hiding',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'comment_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('comment_id', models.BigIntegerField()),
                ('rule', models.CharField(choices=[('insult', 'It insults or threatens somebody'), ('private', 'It tells private matters of somebody else'), ('secret', 'It tells what must stay inside a company'), ('advert', 'It is advertising or was posted many times'), ('unlawful', 'It is against the law')], max_length=10)),
                ('words', models.CharField(max_length=500)),
                ('hidden', models.DateTimeField(default=draht.common.clock.now)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
        ),
        migrations.CreateModel(
            name='Like',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'comment_id', 'actor_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('comment_id', models.BigIntegerField(default=0)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
            options={
                'indexes': [models.Index(fields=['post', 'comment_id', 'id'], name='posts_like_newest')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'comment_id', 'actor_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('comment_id', models.BigIntegerField(default=0)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
        ),
        migrations.CreateModel(
            name='PostPicture',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'position', blank=True, editable=False, primary_key=True, serialize=False)),
                ('position', models.PositiveSmallIntegerField()),
                ('picture_id', models.BigIntegerField()),
                ('key', models.CharField(max_length=32)),
                ('alt', models.CharField(blank=True, default='', max_length=500)),
                ('caption', models.CharField(blank=True, db_default='', default='', max_length=300)),
                ('width', models.PositiveSmallIntegerField()),
                ('height', models.PositiveSmallIntegerField()),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
        ),
        migrations.CreateModel(
            name='PostVersion',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('title', models.CharField(blank=True, db_default='', default='', max_length=120)),
                ('text', models.TextField(blank=True, default='')),
                ('html', models.TextField(blank=True, default='')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
        ),
        migrations.CreateModel(
            name='Recommendation',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'actor_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('words', models.CharField(blank=True, default='', max_length=500)),
                ('html', models.TextField(blank=True, default='')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
            options={
                'indexes': [models.Index(fields=['post', 'id'], name='posts_recommendation_newest')],
            },
        ),
        migrations.CreateModel(
            name='Sent',
            fields=[
                ('pk', models.CompositePrimaryKey('author_id', 'draft', blank=True, editable=False, primary_key=True, serialize=False)),
                ('draft', models.CharField(max_length=64)),
                ('object_id', models.BigIntegerField()),
                ('sent', models.DateTimeField(db_index=True, default=draht.common.clock.now)),
                ('author', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
    ]
