import django.db.models.deletion
import draht.common.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('insights', '0001_initial'), ('insights', '0002_months')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
        ('posts', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Hop',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'hop', blank=True, editable=False, primary_key=True, serialize=False)),
                ('hop', models.PositiveSmallIntegerField()),
                ('steps', models.PositiveIntegerField(default=0)),
                ('feeds', models.PositiveIntegerField(default=0)),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
        ),
        migrations.CreateModel(
            name='MonthFigure',
            fields=[
                ('pk', models.CompositePrimaryKey('company_id', 'month', 'indicator', blank=True, editable=False, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('indicator', models.CharField(choices=[('followers', 'Followers'), ('comments', 'Comments by others'), ('returning', 'Returning commenters'), ('new', 'Enquiries by new people'), ('known', 'Enquiries by known people'), ('answered', 'Answered within a working day, in percent'), ('cases', 'Cases of criticism'), ('solved', 'Cases solved'), ('passed on', 'Recommendations'), ('reach', 'Reach of recommendations')], max_length=9)),
                ('value', models.PositiveIntegerField()),
                ('counted', models.DateTimeField(default=draht.common.clock.now)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
        migrations.CreateModel(
            name='Step',
            fields=[
                ('pk', models.CompositePrimaryKey('post_id', 'actor_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField()),
                ('hop', models.PositiveSmallIntegerField()),
                ('feeds', models.PositiveIntegerField(default=0)),
                ('below', models.PositiveIntegerField(default=0)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('parent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('post', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='posts.post')),
            ],
            options={
                'indexes': [models.Index(fields=['post', 'parent', '-below', 'id'], name='insights_step_branches')],
            },
        ),
    ]
