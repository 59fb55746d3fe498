import django.db.models.deletion
import draht.common.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('members', '0001_initial'), ('members', '0002_renamed'), ('members', '0003_confirmed_stations')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Member',
            fields=[
                ('actor', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='member', serialize=False, to='actors.actor')),
                ('first_name', models.CharField(max_length=60)),
                ('last_name', models.CharField(max_length=60)),
                ('renamed', models.DateTimeField(blank=True, null=True)),
                ('unread_notices', models.PositiveIntegerField(default=0)),
                ('open_requests', models.PositiveIntegerField(default=0)),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='member', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('member', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='profile', serialize=False, to='members.member')),
                ('has_own_headline', models.BooleanField(default=False)),
                ('portrait', models.CharField(blank=True, default='', max_length=32)),
                ('place', models.CharField(blank=True, default='', max_length=80)),
                ('about', models.TextField(blank=True, default='', max_length=4000)),
                ('about_html', models.TextField(blank=True, default='')),
                ('looking_for', models.TextField(blank=True, default='', max_length=600)),
                ('offering', models.TextField(blank=True, default='', max_length=600)),
            ],
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('label', models.CharField(max_length=60)),
                ('url', models.URLField(max_length=400)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Education',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('school', models.CharField(max_length=120)),
                ('degree', models.CharField(blank=True, default='', max_length=120)),
                ('field', models.CharField(blank=True, default='', max_length=120)),
                ('from_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('to_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='NameWord',
            fields=[
                ('pk', models.CompositePrimaryKey('word', 'member_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('word', models.CharField(max_length=40)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='SectionAudience',
            fields=[
                ('pk', models.CompositePrimaryKey('member_id', 'section', blank=True, editable=False, primary_key=True, serialize=False)),
                ('section', models.CharField(choices=[('portrait', 'Portrait'), ('place', 'Place'), ('about', 'About'), ('wishes', 'Looking for and offering'), ('stations', 'Career'), ('education', 'Education'), ('skills', 'Skills'), ('languages', 'Languages'), ('interests', 'Interests'), ('links', 'Links')], max_length=12)),
                ('audience', models.CharField(choices=[('everybody', 'Everybody'), ('members', 'Members'), ('contacts', 'Contacts')], max_length=12)),
                ('member', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
        ),
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=60)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Language',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=8)),
                ('level', models.CharField(blank=True, choices=[('A1', 'A1 · first words'), ('A2', 'A2 · simple talk'), ('B1', 'B1 · gets along'), ('B2', 'B2 · good'), ('C1', 'C1 · fluent'), ('C2', 'C2 · nearly native'), ('native', 'native')], default='', max_length=6)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('member', 'code'), name='members_language_once')],
            },
        ),
        migrations.CreateModel(
            name='CardField',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('group', models.CharField(choices=[('business', 'Business'), ('private', 'Private')], max_length=8)),
                ('kind', models.CharField(choices=[('mail', 'Mail'), ('phone', 'Phone'), ('mobile', 'Mobile'), ('fax', 'Fax'), ('address', 'Address'), ('messenger', 'Messenger'), ('web', 'Website'), ('birthday', 'Birthday'), ('other', 'Other')], max_length=9)),
                ('label', models.CharField(blank=True, default='', max_length=40)),
                ('value', models.CharField(max_length=400)),
                ('parts', models.JSONField(blank=True, default=dict)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'indexes': [models.Index(fields=['member', 'group', 'position'], name='members_card_of')],
            },
        ),
        migrations.CreateModel(
            name='Station',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('employer', models.CharField(max_length=120)),
                ('confirmed', models.DateTimeField(blank=True, null=True)),
                ('title', models.CharField(blank=True, default='', max_length=120)),
                ('from_year', models.PositiveSmallIntegerField()),
                ('from_month', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('to_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('to_month', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('text', models.TextField(blank=True, default='', max_length=2000)),
                ('employer_actor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='actors.actor')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('to_year__isnull', True), ('to_year__gte', models.F('from_year')), _connector='OR'), name='members_station_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(models.Q(('from_month__isnull', True), ('from_month__range', (1, 12)), _connector='OR'), models.Q(('to_month__isnull', True), ('to_month__range', (1, 12)), _connector='OR')), name='members_station_months')],
            },
        ),
    ]
