import django.db.models.deletion
import draht.common.clock
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('portability', '0001_initial'), ('portability', '0002_takeaway')]

    initial = True

    dependencies = [
        ('members', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Imported',
            fields=[
                ('pk', models.CompositePrimaryKey('network', 'kind', 'foreign', blank=True, editable=False, primary_key=True, serialize=False)),
                ('network', models.CharField(max_length=60)),
                ('kind', models.CharField(max_length=12)),
                ('foreign', models.CharField(max_length=64)),
                ('own_id', models.BigIntegerField(blank=True, null=True)),
                ('post_id', models.BigIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Takeaway',
            fields=[
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='members.member')),
                ('key', models.CharField(max_length=32)),
                ('asked', models.DateTimeField(default=draht.common.clock.now)),
                ('ready', models.DateTimeField(blank=True, null=True)),
                ('size', models.PositiveBigIntegerField(default=0)),
            ],
        ),
    ]
