import django.core.serializers.json
import django.db.models.deletion
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('companies', '0001_initial'), ('companies', '0002_proofs_claims_invitations'), ('companies', '0003_mandates'), ('companies', '0004_unpublished_pages_are_not_named'), ('companies', '0005_drafts_move_to_the_newsroom'), ('companies', '0006_quiet_hours')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
        ('members', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Company',
            fields=[
                ('actor', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='company', serialize=False, to='actors.actor')),
                ('branch', models.CharField(blank=True, default='', max_length=80)),
                ('size', models.CharField(blank=True, choices=[('1-9', '1 to 9 people'), ('10-49', '10 to 49 people'), ('50-249', '50 to 249 people'), ('250-', '250 people and more')], default='', max_length=8)),
                ('domain', models.CharField(blank=True, default='', max_length=120)),
                ('makes', models.TextField(blank=True, default='', max_length=600)),
                ('seeks', models.TextField(blank=True, default='', max_length=600)),
                ('about', models.TextField(blank=True, default='', max_length=4000)),
                ('about_html', models.TextField(blank=True, default='')),
                ('imprint', models.TextField(blank=True, default='', max_length=2000)),
                ('time_zone', models.CharField(default='Europe/Berlin', max_length=40)),
                ('quiet_begins', models.TimeField(null=True)),
                ('quiet_ends', models.TimeField(null=True)),
                ('published', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='CompanyName',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='companies.company')),
            ],
        ),
        migrations.CreateModel(
            name='CompanyWord',
            fields=[
                ('pk', models.CompositePrimaryKey('word', 'company_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('word', models.CharField(max_length=40)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
            ],
        ),
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('pk', models.CompositePrimaryKey('company_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('what', models.CharField(max_length=40)),
                ('facts', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('label', models.CharField(blank=True, default='', max_length=60)),
                ('street', models.CharField(blank=True, default='', max_length=120)),
                ('postcode', models.CharField(blank=True, default='', max_length=12)),
                ('city', models.CharField(max_length=80)),
                ('country', models.CharField(default='DE', max_length=2)),
                ('region', models.CharField(blank=True, default='', max_length=3)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='companies.company')),
            ],
        ),
        migrations.CreateModel(
            name='Proof',
            fields=[
                ('pk', models.CompositePrimaryKey('company_id', 'kind', blank=True, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('dns', 'An entry in the domain’s DNS'), ('file', 'A file on its website'), ('mail', 'Mail at its domain'), ('host', 'The host’s word')], max_length=4)),
                ('domain', models.CharField(blank=True, default='', max_length=120)),
                ('record', models.CharField(blank=True, default='', max_length=60)),
                ('proved', models.DateTimeField(blank=True, null=True)),
                ('checked', models.DateTimeField(blank=True, null=True)),
                ('fault', models.CharField(blank=True, default='', max_length=12)),
                ('misses', models.PositiveSmallIntegerField(default=0)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
            ],
        ),
        migrations.CreateModel(
            name='TeamRole',
            fields=[
                ('pk', models.CompositePrimaryKey('company_id', 'member_id', 'role', blank=True, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('owner', 'Owner'), ('editor', 'Editor'), ('answerer', 'Answerer'), ('recruiter', 'Recruiter'), ('analyst', 'Analyst')], max_length=9)),
                ('company', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('scope', models.CharField(max_length=40)),
                ('starts', models.DateTimeField()),
                ('ends', models.DateTimeField()),
                ('four_eyes', models.BooleanField(default=True)),
                ('subject', models.TextField(max_length=2000)),
                ('data_kinds', models.TextField(max_length=2000)),
                ('instructions', models.TextField(max_length=2000)),
                ('subprocessors', models.TextField(max_length=2000)),
                ('accepted', models.DateTimeField(blank=True, null=True)),
                ('begun', models.DateTimeField(blank=True, null=True)),
                ('ended', models.DateTimeField(blank=True, null=True)),
                ('ending', models.CharField(blank=True, choices=[('declined', 'declined'), ('taken back', 'offer taken back'), ('revoked', 'revoked by the company'), ('given up', 'given up by the caretaker'), ('term', 'term over')], default='', max_length=10)),
                ('handover', models.TextField(blank=True, default='', max_length=4000)),
                ('agency', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='companies.company')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
                ('caretaker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='members.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended', None)), fields=('company', 'caretaker'), name='companies_one_mandate'), models.CheckConstraint(condition=models.Q(('ends__gt', models.F('starts'))), name='companies_mandate_term')],
            },
        ),
        migrations.CreateModel(
            name='OpeningTime',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opening_times', to='companies.company')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6)), ('closes__gt', models.F('opens'))), name='companies_opening_time')],
            },
        ),
        migrations.CreateModel(
            name='PageClaim',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('run', 'wants to run this page'), ('word', 'asks for the host’s word that the page is the company’s own')], max_length=4)),
                ('words', models.TextField(max_length=1000)),
                ('state', models.CharField(choices=[('open', 'Open'), ('accepted', 'Accepted'), ('declined', 'Declined')], default='open', max_length=8)),
                ('answer', models.TextField(blank=True, default='', max_length=1000)),
                ('decided', models.DateTimeField(blank=True, null=True)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('company', 'member', 'kind'), name='companies_claimed_once')],
            },
        ),
        migrations.CreateModel(
            name='TeamInvitation',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('roles', models.JSONField(default=list)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('company', 'member'), name='companies_invited_once')],
            },
        ),
    ]
