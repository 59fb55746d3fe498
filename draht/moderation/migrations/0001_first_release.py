import django.db.models.deletion
import draht.common.clock
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('moderation', '0001_appeals')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('post_id', models.BigIntegerField()),
                ('comment_id', models.BigIntegerField()),
                ('rule', models.CharField(choices=[('insult', 'It insults or threatens somebody'), ('private', 'It tells private matters of somebody else'), ('secret', 'It tells what must stay inside a company'), ('advert', 'It is advertising or was posted many times'), ('unlawful', 'It is against the law')], max_length=10)),
                ('because', models.CharField(max_length=500)),
                ('hidden', models.DateTimeField()),
                ('words', models.TextField(max_length=1000)),
                ('made', models.DateTimeField(default=draht.common.clock.now)),
                ('decided', models.DateTimeField(null=True)),
                ('is_restored', models.BooleanField(null=True)),
                ('reason', models.TextField(blank=True, default='', max_length=1000)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('host', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('decided', None)), fields=['id'], name='moderation_open_appeals')],
                'constraints': [models.UniqueConstraint(fields=('comment_id', 'hidden'), name='moderation_one_appeal')],
            },
        ),
    ]
