import django.db.models.deletion
import draht.common.clock
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('goals', '0001_goals'), ('goals', '0002_targets'), ('goals', '0003_one_target_each'), ('goals', '0004_goals_without_indicator')]

    initial = True

    dependencies = [
        ('companies', '0001_first_release'),
        ('posts', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Goal',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('theme', models.CharField(choices=[('loyalty', 'Customer loyalty'), ('new', 'New customers'), ('image', 'Image'), ('employer', 'Employer branding')], max_length=8)),
                ('words', models.CharField(max_length=120)),
                ('stated', models.DateTimeField(default=draht.common.clock.now)),
                ('until', models.DateField()),
                ('closed', models.DateTimeField(null=True)),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='companies.company')),
            ],
        ),
        migrations.CreateModel(
            name='GiveawayServing',
            fields=[
                ('giveaway', models.BigIntegerField(primary_key=True, serialize=False)),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='goals.goal')),
            ],
        ),
        migrations.CreateModel(
            name='Serving',
            fields=[
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='posts.post')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='goals.goal')),
            ],
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.BigIntegerField(default=draht.common.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('indicator', models.CharField(choices=[('followers', 'Followers'), ('comments', 'Comments by others'), ('returning', 'Returning commenters'), ('new', 'Enquiries by new people'), ('known', 'Enquiries by known people'), ('answered', 'Answered within a working day, in percent'), ('cases', 'Cases of criticism'), ('solved', 'Cases solved'), ('passed on', 'Recommendations'), ('reach', 'Reach of recommendations')], max_length=9)),
                ('begins_at', models.PositiveIntegerField()),
                ('wanted', models.PositiveIntegerField()),
                ('since', models.DateTimeField(default=draht.common.clock.now)),
                ('goal', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='targets', to='goals.goal')),
            ],
            options={
                'ordering': ('id',),
                'constraints': [models.UniqueConstraint(fields=('goal', 'indicator'), name='goals_indicator_once')],
            },
        ),
    ]
