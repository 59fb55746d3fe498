import django.db.models.deletion
import django.db.models.functions.comparison
import draht.common.clock
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('contacts', '0001_initial')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
        ('members', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Change',
            fields=[
                ('pk', models.CompositePrimaryKey('member_id', 'what', 'object_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(choices=[('employer', 'Employer'), ('position', 'Position'), ('field', 'Field')], max_length=8)),
                ('object_id', models.BigIntegerField()),
                ('at', models.DateTimeField(db_index=True, default=draht.common.clock.now)),
                ('member', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
        migrations.CreateModel(
            name='ContactRequest',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('ground', models.CharField(choices=[('met', 'We have met'), ('topic', 'Same group or topic'), ('mutual', 'Mutual contact'), ('enquiry', 'Enquiry'), ('colleague', 'Colleague, also former'), ('other', 'Another reason')], max_length=9)),
                ('detail', models.CharField(blank=True, default='', max_length=120)),
                ('text', models.CharField(blank=True, default='', max_length=300)),
                ('state', models.CharField(choices=[('open', 'open'), ('accepted', 'accepted'), ('declined', 'declined'), ('pitch', 'sales pitch'), ('blocked', 'blocked'), ('withdrawn', 'withdrawn'), ('expired', 'expired')], default='open', max_length=9)),
                ('shown', models.CharField(choices=[('open', 'open'), ('accepted', 'accepted'), ('declined', 'declined'), ('pitch', 'sales pitch'), ('blocked', 'blocked'), ('withdrawn', 'withdrawn'), ('expired', 'expired')], default='open', max_length=9)),
                ('asked_at', models.DateTimeField(default=draht.common.clock.now)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('asked', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('asker', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['asker', 'shown', 'id'], name='contacts_request_asker'), models.Index(fields=['asked', 'state', 'id'], name='contacts_request_asked'), models.Index(fields=['shown', 'asked_at'], name='contacts_request_age')],
                'constraints': [models.UniqueConstraint(django.db.models.functions.comparison.Least('asker', 'asked'), django.db.models.functions.comparison.Greatest('asker', 'asked'), condition=models.Q(('shown', 'open')), name='contacts_one_open_request'), models.CheckConstraint(condition=models.Q(('asker', models.F('asked')), _negated=True), name='contacts_not_oneself')],
            },
        ),
        migrations.CreateModel(
            name='ContactTag',
            fields=[
                ('pk', models.CompositePrimaryKey('owner_id', 'tag', 'contact_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('tag', models.CharField(max_length=40)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
        migrations.CreateModel(
            name='PromisedRelease',
            fields=[
                ('pk', models.CompositePrimaryKey('request_id', 'field_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.cardfield')),
                ('request', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='promised', to='contacts.contactrequest')),
            ],
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('pk', models.CompositePrimaryKey('owner_id', 'contact_id', 'field_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateTimeField(default=draht.common.clock.now)),
                ('contact', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.cardfield')),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['contact', 'owner'], name='contacts_release_to')],
            },
        ),
        migrations.CreateModel(
            name='RememberedField',
            fields=[
                ('pk', models.CompositePrimaryKey('owner_id', 'field_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('field', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.cardfield')),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
        migrations.CreateModel(
            name='ContactNote',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=2000)),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('owner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['owner', 'contact', 'id'], name='contacts_note_of')],
            },
        ),
    ]
