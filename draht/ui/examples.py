"""What the pattern page shows in the components: people, posts and figures as the trade might have them."""

import datetime as dt
from typing import NamedTuple

from django import forms
from markupsafe import Markup


class Line(NamedTuple):
    """Somebody, with the attributes of an actor's line."""

    id: int
    kind: str
    name: str
    handle: str
    headline: str
    avatar: str
    hue: int


class Viewer(NamedTuple):
    """A member who looks at the page, with what the frame needs."""

    id: int
    kind: str
    name: str
    handle: str
    headline: str
    avatar: str
    hue: int
    is_host: bool
    language: str
    unread_notices: int
    open_requests: int


INES = Line(1, "member", "Ines Wolter", "ines-wolter", "Leiterin Einkauf, Kupferwerk Siegen GmbH", "", 45)
JONAS = Line(2, "member", "Jonas Brandt", "jonas-brandt", "Ziehmeister, Drahtwerk Altena", "", 15)
HANNA = Line(3, "member", "Hanna Bergmann", "hanna-bergmann", "Geschäftsführerin, Nordkabel", "", 130)
TAREK = Line(4, "member", "Tarek Aydın", "tarek-aydin", "Verfahrenstechniker, Walzwerk Hagen KG", "", 310)
LONG = Line(
    5,
    "member",
    "Friederike-Charlotte von Oeynhausen-Sierstorpff",
    "friederike",
    "Arbeitssicherheitsbeauftragte, Oberflächenbeschichtungs- und Feuerverzinkungsgesellschaft",
    "",
    220,
)
RHEINSEIL = Line(6, "company", "Rheinseil AG", "rheinseil", "Drahtseile und Litzen, Duisburg", "", 195)
PEOPLE = (INES, JONAS, HANNA, TAREK, RHEINSEIL)
VIEWER = Viewer(*INES, is_host=True, language="de", unread_notices=3, open_requests=2)

WHEN = dt.datetime(2026, 11, 23, 13, 5, tzinfo=dt.UTC)
SPRING_WIRE = Markup(
    "<p>Nach zwei Jahren Versuchen ziehen wir verzinkten Federdraht prozesssicher bis 0,12 mm. Die Messreihen und die"
    " Grenzen, die wir noch sehen, stehen im Artikel. Fragen beantworten wir innerhalb eines Werktags.</p>"
    '<p>Danke an <a href="#tarek">@tarek-aydin</a> für die Ziehsteinmessungen. <a href="#f">#federdraht</a></p>'
)
DIES = Markup(
    "<p>Hat jemand Erfahrung mit Ziehsteinen aus polykristallinem Diamant bei hochlegiertem Draht? Uns interessiert vor"
    " allem die Standzeit.</p>"
)
ANSWER = Markup(
    "<p>Bei 1.4310 halten sie bei uns das Acht- bis Zehnfache von Hartmetall, wenn die Schmierung stimmt.</p>"
)
THANKS = Markup("<p>Das hilft sehr. Welches Ziehmittel?</p>")
PICTURES = tuple(
    (f"/static/ui/example-{name}.svg", f"/static/ui/example-{name}.svg", alt, 1200, 900)
    for name, alt in (
        ("coil", "Ein Ring Walzdraht vor dem Richten"),
        ("strand", "Querschnitt einer Litze aus sieben Drähten"),
    )
)
CARD_GROUPS = (
    (
        "Geschäftlich",
        (
            ("E-Mail", "hanna.bergmann@nordkabel.example", "mailto:hanna.bergmann@nordkabel.example", "mail"),
            ("Telefon", "+49 40 555 0173", "tel:+49405550173", "phone"),
            ("Anschrift", "Hafenstraße 12, 20457 Hamburg", "", "map-pin"),
        ),
    ),
    ("Privat", (("Mobil", "+49 170 555 0123", "tel:+491705550123", "smartphone"),)),
)


class EnquiryForm(forms.Form):
    """Every kind of control that a form of ours has."""

    name = forms.CharField(label="Name", max_length=60)
    email = forms.EmailField(label="E-Mail-Adresse", help_text="Nur wir sehen sie.")
    reason = forms.CharField(
        label="Begründung", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    ground = forms.ChoiceField(
        label="Anknüpfungspunkt", choices=[("met", "Auf einer Messe getroffen"), ("topic", "Gleiches Thema")]
    )
    audience = forms.ChoiceField(
        label="Wer darf das sehen?",
        choices=[("everybody", "Alle"), ("members", "Mitglieder"), ("contacts", "Meine Kontakte")],
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label="Themen",
        choices=[("wire", "Draht"), ("cable", "Kabel"), ("tube", "Rohre")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    day = forms.DateField(label="Tag", required=False, widget=forms.DateInput(attrs={"type": "date"}))
    picture = forms.FileField(label="Bild", required=False)
    rules = forms.BooleanField(label="Ich habe die Hausregeln gelesen und halte mich daran.")


class PostForm(forms.Form):
    """What the composer holds."""

    text = forms.CharField(widget=forms.Textarea, required=False)
    pictures = forms.FileField(required=False)


def enquiry_form(theme: str) -> EnquiryForm:
    """A form that came back with errors; its ids carry the theme, for it is shown twice."""
    typed = {"name": "Tarek Aydın", "email": "tarek.aydin(at)hagen", "reason": "Wir sprachen auf der Messe."}
    return EnquiryForm(typed, auto_id=f"{theme}_%s")


def post_form(theme: str) -> PostForm:
    """An empty composer."""
    return PostForm(auto_id=f"{theme}_post_%s")
