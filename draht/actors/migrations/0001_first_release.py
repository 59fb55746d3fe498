import django.db.models.deletion
import draht.common.clock
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('actors', '0001_initial'), ('actors', '0003_activity_feed'), ('actors', '0004_voices'), ('actors', '0005_may_be_named')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Actor',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('member', 'Member'), ('company', 'Company'), ('group', 'Group'), ('hashtag', 'Hashtag'), ('audience', 'Audience')], max_length=8)),
                ('name', models.CharField(max_length=120)),
                ('handle', models.CharField(max_length=60)),
                ('headline', models.CharField(blank=True, default='', max_length=160)),
                ('avatar', models.CharField(blank=True, default='', max_length=32)),
                ('hue', models.SmallIntegerField(default=42)),
                ('may_be_named', models.BooleanField(db_default=True, default=True)),
                ('created', models.DateTimeField(default=draht.common.clock.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('kind', 'handle'), name='actors_handle'), models.CheckConstraint(condition=models.Q(('hue__gte', 0), ('hue__lt', 360)), name='actors_hue')],
            },
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('pk', models.CompositePrimaryKey('actor_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('verb', models.SmallIntegerField(choices=[(1, 'Published'), (2, 'Recommended'), (3, 'Liked')])),
                ('object_id', models.BigIntegerField()),
                ('actor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['object_id', 'verb', 'actor'], name='actors_activity_object'), models.Index(fields=['actor', 'id', 'verb', 'object_id'], name='actors_activity_feed')],
            },
        ),
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('pk', models.CompositePrimaryKey('speaker_id', 'actor_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('may_publish', models.BooleanField(default=True)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('speaker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('speaker', models.F('actor')), _negated=True), name='actors_voice_not_of_oneself')],
            },
        ),
    ]
