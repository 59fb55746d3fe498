import django.db.models.deletion
import draht.common.clock
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('enquiries', '0001_initial'), ('enquiries', '0002_asked_in_public'), ('enquiries', '0003_agencies')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
        ('companies', '0001_first_release'),
        ('members', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Figures',
            fields=[
                ('company', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='companies.company')),
                ('cases', models.PositiveIntegerField()),
                ('in_a_day', models.PositiveIntegerField()),
                ('minutes', models.PositiveIntegerField(null=True)),
                ('counted', models.DateTimeField(default=draht.common.clock.now)),
            ],
        ),
        migrations.CreateModel(
            name='Desk',
            fields=[
                ('company', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='companies.company')),
                ('promise_hours', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('guests_may_ask', models.BooleanField(default=True)),
                ('deputy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('guest_name', models.CharField(blank=True, default='', max_length=80)),
                ('guest_email', models.EmailField(blank=True, default='', max_length=254)),
                ('language', models.CharField(blank=True, default='', max_length=8)),
                ('post_id', models.BigIntegerField(db_default=0, default=0)),
                ('comment_id', models.BigIntegerField(db_default=0, default=0)),
                ('subject', models.CharField(blank=True, default='', max_length=120)),
                ('excerpt', models.CharField(blank=True, default='', max_length=160)),
                ('state', models.CharField(choices=[('unconfirmed', 'Not confirmed'), ('open', 'Open'), ('answered', 'Answered'), ('closed', 'Closed')], default='open', max_length=11)),
                ('asked', models.DateTimeField(default=draht.common.clock.now)),
                ('touched', models.DateTimeField(default=draht.common.clock.now)),
                ('asker', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
                ('assigned', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
            ],
            options={
                'indexes': [models.Index(fields=['company', 'state', 'id'], name='enquiries_inbox'), models.Index(fields=['asker', 'id'], name='enquiries_of_asker'), models.Index(fields=['state', 'touched'], name='enquiries_age'), models.Index(condition=models.Q(('post_id__gt', 0)), fields=['post_id'], name='enquiries_of_post')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('asker__isnull', False), ('guest_email', ''), ('post_id', 0)), models.Q(('asker__isnull', True), ('post_id', 0), models.Q(('guest_email', ''), _negated=True)), models.Q(('asker__isnull', True), ('guest_email', ''), ('post_id__gt', 0)), _connector='OR'), name='enquiries_member_guest_or_public'), models.UniqueConstraint(condition=models.Q(('post_id__gt', 0)), fields=('company', 'post_id', 'comment_id'), name='enquiries_one_of_each_place')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('pk', models.CompositePrimaryKey('enquiry_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('is_answer', models.BooleanField()),
                ('text', models.TextField(max_length=2000)),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='actors.actor')),
                ('enquiry', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='enquiries.enquiry')),
                ('writer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('pk', models.CompositePrimaryKey('enquiry_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('text', models.TextField(max_length=1000)),
                ('enquiry', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='enquiries.enquiry')),
                ('writer', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='SavedAnswer',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=60)),
                ('text', models.TextField(max_length=2000)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
            ],
            options={
                'indexes': [models.Index(fields=['company', 'title'], name='enquiries_saved_answers')],
            },
        ),
        migrations.CreateModel(
            name='Wait',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('is_first', models.BooleanField()),
                ('began', models.DateTimeField()),
                ('half', models.DateTimeField()),
                ('due', models.DateTimeField()),
                ('overdue', models.DateTimeField()),
                ('day_over', models.DateTimeField()),
                ('ended', models.DateTimeField(null=True)),
                ('worked', models.PositiveIntegerField(null=True)),
                ('outcome', models.CharField(choices=[('waiting', 'Waiting'), ('answered', 'Answered'), ('unanswered', 'Unanswered'), ('void', 'Void')], default='waiting', max_length=10)),
                ('stage', models.PositiveSmallIntegerField(choices=[(0, 'Nobody'), (1, 'Answerers'), (2, 'Deputy'), (3, 'Owners')], default=0)),
                ('next_look', models.DateTimeField(db_index=True, null=True)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
                ('enquiry', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='waits', to='enquiries.enquiry')),
            ],
            options={
                'indexes': [models.Index(fields=['company', 'began'], name='enquiries_wait_figures')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', 'waiting')), fields=('enquiry',), name='enquiries_one_wait_at_a_time')],
            },
        ),
    ]
