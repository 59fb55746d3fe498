"""The house rules that a new Draht begins with. The host publishes better ones with `draht houserules`."""

from django.db import migrations
from django.utils import timezone

ENGLISH = """\
1. **Real names.** You are here under the name you have at work, with one account.
2. **Say for whom you speak.** For yourself or for a company: whoever reads you must be able to tell.
3. **A request has a reason.** Ask for contact because you met, work on the same thing or want to ask something.
4. **No sales pitches in requests.** Who wants to buy will ask. Offers belong on a company's page.
5. **Secrets stay inside.** What a customer, an employer or a contact told you in confidence is not yours to publish.
6. **Contact details are lent.** What was released to you is for you. Do not pass it on, and do not collect it.
7. **Criticism is answered and not deleted.** Stick to facts when you give it, and to facts when you answer it.
8. **What is published may be quoted.** With its source, unchanged. What was written for contacts stays among contacts.
9. **Respect.** No insults, no threats, no discrimination. Competitors are colleagues here.
10. **The host keeps order with reasons.** Every decision names its reason, and you can appeal against it.
"""

GERMAN = """\
1. **Echte Namen.** Sie sind hier unter dem Namen, den Sie im Beruf tragen, mit einem einzigen Konto.
2. **Sagen Sie, für wen Sie sprechen.** Für sich oder für ein Unternehmen: Wer Sie liest, muss es erkennen können.
3. **Eine Anfrage hat einen Grund.** Fragen Sie nach einem Kontakt, weil Sie sich begegnet sind, am selben Thema arbeiten oder etwas wissen möchten.
4. **Keine Verkaufsansprache in Anfragen.** Wer kaufen will, fragt. Angebote gehören auf die Seite eines Unternehmens.
5. **Vertrauliches bleibt vertraulich.** Was Ihnen ein Kunde, ein Arbeitgeber oder ein Kontakt anvertraut hat, veröffentlichen Sie nicht.
6. **Kontaktdaten sind geliehen.** Was Ihnen freigegeben wurde, gilt Ihnen. Geben Sie es nicht weiter, und sammeln Sie es nicht.
7. **Kritik wird beantwortet und nicht gelöscht.** Bleiben Sie sachlich, wenn Sie kritisieren, und ebenso, wenn Sie antworten.
8. **Veröffentlichtes darf zitiert werden.** Mit Quelle und unverändert. Was für Kontakte geschrieben ist, bleibt unter Kontakten.
9. **Respekt.** Keine Beleidigung, keine Drohung, keine Benachteiligung. Mitbewerber sind hier Kollegen.
10. **Der Betreiber hält Ordnung und nennt Gründe.** Jede Entscheidung nennt ihren Grund, und Sie können ihr widersprechen.
"""


def publish(apps, schema_editor):
    apps.get_model("accounts", "HouseRules").objects.get_or_create(
        version=1, defaults={"text_en": ENGLISH, "text_de": GERMAN, "published": timezone.now()}
    )


class Migration(migrations.Migration):

    dependencies = [("accounts", "0001_first_release")]

    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
