import django.db.models.deletion
import draht.common.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('notifications', '0001_initial'), ('notifications', '0002_companies'), ('notifications', '0003_mandates'), ('notifications', '0004_criticism'), ('notifications', '0005_stopped'), ('notifications', '0006_by_mail')]

    initial = True

    dependencies = [
        ('actors', '0001_first_release'),
    ]

    operations = [
        migrations.CreateModel(
            name='NoticeChoice',
            fields=[
                ('pk', models.CompositePrimaryKey('member_id', 'kind', blank=True, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('request', 'somebody asks you for contact'), ('acceptance', 'somebody accepts your contact request'), ('comment', 'somebody comments on your post'), ('answer', 'somebody answers your comment'), ('mention', 'somebody mentions you'), ('like', 'somebody likes your post or comment'), ('recommend', 'somebody recommends your post'), ('follow', 'somebody follows you'), ('reply', 'a company answers your enquiry'), ('enquiry', 'somebody asks a company for which you answer'), ('assignment', 'somebody gives an enquiry to you'), ('company', 'somebody comments on a post of a company for which you answer'), ('reminder', 'an enquiry waits, and half of the time is over'), ('due', 'an answer is due, and you are the deputy'), ('overdue', 'an answer is overdue, and the company is yours'), ('case', 'a critical comment becomes a case, is answered or solved'), ('hidden', 'a company hides your comment'), ('appeal', 'somebody appeals to you as the host, or your appeal is decided'), ('win', 'you win in a giveaway'), ('team', 'a company asks you into its team'), ('employed', 'a company confirms that you work there'), ('departed', 'you no longer work somewhere: is your card still right?'), ('decision', 'the host decides about a page you asked for'), ('mandate', 'a company offers you a mandate'), ('draft', 'a draft waits for your release'), ('released', 'a company releases your draft'), ('returned', 'a company returns your draft'), ('stopped', 'something that you planned could not be published')], max_length=10)),
                ('wanted', models.BooleanField()),
                ('mailed', models.BooleanField(null=True)),
                ('member', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('pk', models.CompositePrimaryKey('recipient_id', 'id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('id', models.BigIntegerField(default=draht.common.ids.new_id)),
                ('kind', models.CharField(choices=[('request', 'somebody asks you for contact'), ('acceptance', 'somebody accepts your contact request'), ('comment', 'somebody comments on your post'), ('answer', 'somebody answers your comment'), ('mention', 'somebody mentions you'), ('like', 'somebody likes your post or comment'), ('recommend', 'somebody recommends your post'), ('follow', 'somebody follows you'), ('reply', 'a company answers your enquiry'), ('enquiry', 'somebody asks a company for which you answer'), ('assignment', 'somebody gives an enquiry to you'), ('company', 'somebody comments on a post of a company for which you answer'), ('reminder', 'an enquiry waits, and half of the time is over'), ('due', 'an answer is due, and you are the deputy'), ('overdue', 'an answer is overdue, and the company is yours'), ('case', 'a critical comment becomes a case, is answered or solved'), ('hidden', 'a company hides your comment'), ('appeal', 'somebody appeals to you as the host, or your appeal is decided'), ('win', 'you win in a giveaway'), ('team', 'a company asks you into its team'), ('employed', 'a company confirms that you work there'), ('departed', 'you no longer work somewhere: is your card still right?'), ('decision', 'the host decides about a page you asked for'), ('mandate', 'a company offers you a mandate'), ('draft', 'a draft waits for your release'), ('released', 'a company releases your draft'), ('returned', 'a company returns your draft'), ('stopped', 'something that you planned could not be published')], max_length=10)),
                ('object_id', models.BigIntegerField(default=0)),
                ('post_id', models.BigIntegerField(default=0)),
                ('comment_id', models.BigIntegerField(default=0)),
                ('enquiry_id', models.BigIntegerField(default=0)),
                ('group', models.CharField(max_length=40)),
                ('read', models.BooleanField(default=False)),
                ('company_id', models.BigIntegerField(db_default=0, default=0)),
                ('waits_for_mail', models.BooleanField(db_default=False, default=False)),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
                ('recipient', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='actors.actor')),
            ],
            options={
                'indexes': [models.Index(fields=['recipient', 'group', 'id'], name='notifications_group'), models.Index(condition=models.Q(('read', False)), fields=['recipient', 'group'], name='notifications_unread'), models.Index(condition=models.Q(('waits_for_mail', True)), fields=['recipient'], name='notifications_mail'), models.Index(fields=['post_id'], name='notifications_post'), models.Index(condition=models.Q(('enquiry_id__gt', 0)), fields=['enquiry_id'], name='notifications_enquiry')],
                'constraints': [models.UniqueConstraint(fields=('recipient', 'kind', 'object_id', 'actor'), name='notifications_told_once')],
            },
        ),
    ]
