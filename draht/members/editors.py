"""How each section of the profile is edited: its form, what stands in it, and the actions behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from draht.members import actions, queries
from draht.members.forms import profile as forms
from draht.members.models import Education, Entry, Language, Link, Section, Station

Facts = dict[str, Any]


# An action that writes a section: keyword-only, `member` and the facts of its form.
Save = Callable[..., object]


@dataclass(frozen=True)
class TextEditor:
    """A section that is edited as a whole."""

    form: type[forms.SectionForm]
    read: Callable[[queries.ProfilePage], Facts]
    save: Save


@dataclass(frozen=True)
class RowsEditor:
    """A section of rows, each added, changed and removed by itself."""

    form: type[forms.SectionForm]
    model: type[Entry]
    add: Save
    change: Save
    remove: Save
    # Words for the buttons and heads of the forms.
    new: Promise
    old: Promise

    def facts(self, member: int, entry: int) -> Facts | None:
        """What stands in one row, or None if this member has no such row."""
        facts = queries.entry_facts(self.model, member, entry)
        return None if facts is None else facts | {"is_now": "to_year" in facts and facts["to_year"] is None}


TEXTS: dict[Section, TextEditor] = {
    Section.PLACE: TextEditor(
        forms.PlaceForm,
        lambda page: {"headline": queries.own_headline(page.line.id), "place": page.place},
        actions.describe,
    ),
    Section.ABOUT: TextEditor(forms.AboutForm, lambda page: {"about": page.about}, actions.describe),
    Section.WISHES: TextEditor(
        forms.WishesForm,
        lambda page: {"looking_for": page.looking_for, "offering": page.offering},
        actions.describe,
    ),
    Section.SKILLS: TextEditor(forms.SkillsForm, lambda page: {"names": "\n".join(page.skills)}, actions.set_skills),
    Section.INTERESTS: TextEditor(
        forms.InterestsForm, lambda page: {"names": "\n".join(page.interests)}, actions.set_interests
    ),
}
ROWS: dict[Section, RowsEditor] = {
    Section.STATIONS: RowsEditor(
        forms.StationForm,
        Station,
        actions.add_station,
        actions.change_station,
        actions.remove_station,
        _("Add a position"),
        _("Edit a position"),
    ),
    Section.EDUCATION: RowsEditor(
        forms.EducationForm,
        Education,
        actions.add_education,
        actions.change_education,
        actions.remove_education,
        _("Add an education"),
        _("Edit an education"),
    ),
    Section.LANGUAGES: RowsEditor(
        forms.LanguageForm,
        Language,
        actions.add_language,
        actions.change_language,
        actions.remove_language,
        _("Add a language"),
        _("Edit a language"),
    ),
    Section.LINKS: RowsEditor(
        forms.LinkForm,
        Link,
        actions.add_link,
        actions.change_link,
        actions.remove_link,
        _("Add a link"),
        _("Edit a link"),
    ),
}
