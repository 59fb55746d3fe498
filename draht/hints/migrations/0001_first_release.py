import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('hints', '0001_hints')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='Watch',
            fields=[
                ('actor', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to='actors.actor')),
                ('words', models.TextField(blank=True, default='')),
                ('known', models.TextField(blank=True, default='')),
            ],
        ),
        migrations.CreateModel(
            name='HintCount',
            fields=[
                ('pk', models.CompositePrimaryKey('actor_id', 'day', 'kind', blank=True, editable=False, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('kind', models.CharField(choices=[('iban', 'a bank account (IBAN)'), ('phone', 'a phone number'), ('mail', 'a mail address'), ('birth', 'somebody’s date of birth'), ('internal', 'something internal'), ('watched', 'a word that your company watches')], max_length=8)),
                ('shown', models.PositiveIntegerField(default=0)),
                ('published', models.PositiveIntegerField(default=0)),
                ('actor', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
    ]
