import django.db.models.deletion
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('giveaways', '0001_initial')]

    initial = True

    dependencies = [
        ('companies', '0001_first_release'),
        ('members', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Giveaway',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('running', 'Open'), ('closed', 'Before the draw'), ('drawn', 'Drawn'), ('called_off', 'Called off'), ('cleared', 'Finished, data deleted')], default='draft', max_length=10)),
                ('title', models.CharField(max_length=120)),
                ('promoter', models.TextField(blank=True, default='', max_length=2000)),
                ('prizes', models.JSONField(default=list)),
                ('eligible', models.TextField(blank=True, default='', max_length=2000)),
                ('question', models.CharField(blank=True, default='', max_length=300)),
                ('closes', models.DateTimeField(blank=True, null=True)),
                ('value_named', models.CharField(blank=True, default='', max_length=300)),
                ('value_source', models.CharField(blank=True, default='', max_length=300)),
                ('value_day', models.DateField(blank=True, null=True)),
                ('confirm_days', models.PositiveSmallIntegerField(default=7)),
                ('data_use', models.TextField(blank=True, default='', max_length=2000)),
                ('deletes_on', models.DateField(blank=True, null=True)),
                ('opens', models.DateTimeField(blank=True, null=True)),
                ('terms', models.TextField(blank=True, default='')),
                ('terms_digest', models.CharField(blank=True, default='', max_length=64)),
                ('secret', models.CharField(blank=True, default='', max_length=64)),
                ('reason', models.TextField(blank=True, default='', max_length=2000)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
            ],
            options={
                'indexes': [models.Index(fields=['company', 'id'], name='giveaways_of_company'), models.Index(fields=['state', 'closes'], name='giveaways_due')],
                'constraints': [models.CheckConstraint(condition=models.Q(('state', 'draft'), models.Q(('terms_digest', ''), _negated=True), _connector='OR'), name='giveaways_started_with_terms')],
            },
        ),
        migrations.CreateModel(
            name='Draw',
            fields=[
                ('giveaway', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='giveaways.giveaway')),
                ('closed', models.DateTimeField()),
                ('marks', models.TextField(blank=True)),
                ('entrants', models.PositiveIntegerField()),
                ('entrants_digest', models.CharField(max_length=64)),
                ('value', models.CharField(blank=True, default='', max_length=300)),
                ('value_source', models.CharField(blank=True, default='', max_length=300)),
                ('typed', models.DateTimeField(blank=True, null=True)),
                ('seed', models.CharField(blank=True, default='', max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('salt', models.CharField(max_length=64)),
                ('answer', models.TextField(blank=True, default='', max_length=2000)),
                ('giveaway', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='giveaways.giveaway')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='members.member')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('giveaway', 'member'), name='giveaways_one_entry_each')],
            },
        ),
        migrations.CreateModel(
            name='Win',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('place', models.PositiveIntegerField()),
                ('mark', models.CharField(max_length=64)),
                ('prize', models.PositiveSmallIntegerField()),
                ('instead_of', models.PositiveIntegerField(blank=True, null=True)),
                ('outcome', models.CharField(choices=[('open', 'waits for an answer'), ('confirmed', 'confirmed'), ('declined', 'declined'), ('lapsed', 'not confirmed in time')], default='open', max_length=9)),
                ('until', models.DateTimeField()),
                ('shows_name', models.BooleanField(default=False)),
                ('reach', models.TextField(blank=True, default='', max_length=2000)),
                ('entry', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='giveaways.entry')),
                ('giveaway', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='giveaways.giveaway')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('giveaway', 'place'), name='giveaways_place'), models.UniqueConstraint(fields=('giveaway', 'instead_of'), name='giveaways_passed_on_once')],
            },
        ),
    ]
