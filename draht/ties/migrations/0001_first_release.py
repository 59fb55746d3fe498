import django.db.models.deletion
import draht.common.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('ties', '0001_initial')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('pk', models.CompositePrimaryKey('source_id', 'kind', 'target_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('kind', models.SmallIntegerField(choices=[(1, 'Follow'), (2, 'Contact'), (3, 'Membership'), (7, 'Mute'), (8, 'Block'), (9, 'Blocked By')])),
                ('since', models.DateTimeField(default=draht.common.clock.now)),
                ('source', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('target', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['target', 'kind', 'source'], name='ties_tie_target')],
                'constraints': [models.CheckConstraint(condition=models.Q(('source', models.F('target')), _negated=True), name='ties_tie_not_to_oneself')],
            },
        ),
    ]
