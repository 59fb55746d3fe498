import django.db.models.deletion
import draht.common.clock
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('conduct', '0001_house_rules')]

    initial = True

    dependencies = [
        ('companies', '0001_first_release'),
        ('members', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='RulesVersion',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(max_length=8000)),
                ('html', models.TextField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
            ],
            options={
                'indexes': [models.Index(fields=['company', 'id'], name='conduct_versions')],
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('pk', models.CompositePrimaryKey('version_id', 'member_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=draht.common.clock.now)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
                ('version', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='conduct.rulesversion')),
            ],
        ),
    ]
