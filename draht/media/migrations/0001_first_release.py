import draht.common.clock
import draht.common.ids
import draht.media.keys
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('media', '0001_initial'), ('media', '0002_logos')]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('key', models.CharField(default=draht.media.keys.new_key, editable=False, max_length=32, unique=True)),
                ('owner', models.BigIntegerField(db_index=True)),
                ('purpose', models.CharField(choices=[('portrait', 'Portrait'), ('logo', 'Logo'), ('post', 'Post')], max_length=8)),
                ('alt', models.CharField(blank=True, default='', max_length=1000)),
                ('width', models.PositiveSmallIntegerField()),
                ('height', models.PositiveSmallIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('new', 'New'), ('ready', 'Ready')], default='new', max_length=5)),
                ('created', models.DateTimeField(default=draht.common.clock.now)),
            ],
        ),
    ]
