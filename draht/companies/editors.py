"""How each section of a company's page is edited: its form, what stands in it, and the action behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from draht.companies import actions
from draht.companies.forms import page as forms
from draht.companies.queries import CompanyPage
from draht.companies.sections import Section

# An action that writes a section: keyword-only, `company`, `by` and the facts of its form.
Save = Callable[..., object]


@dataclass(frozen=True)
class Editor:
    """A section that is edited as a whole."""

    form: type[forms.CompanyForm]
    read: Callable[[CompanyPage], dict[str, Any]]
    save: Save


def _head(page: CompanyPage) -> dict[str, Any]:
    near = min(forms.HUES, key=lambda one: min((one[0] - page.line.hue) % 360, (page.line.hue - one[0]) % 360))
    company = page.company
    facts = {"name": page.line.name, "headline": page.line.headline, "hue": near[0]}
    return facts | {"branch": company.branch, "size": company.size}


def _hours(page: CompanyPage) -> dict[str, Any]:
    days = {f"day_{row.weekday}": ", ".join(row.spans) for row in page.hours}
    return days | {"time_zone": page.company.time_zone}


EDITORS: dict[Section, Editor] = {
    Section.HEAD: Editor(forms.HeadForm, _head, actions.describe_head),
    Section.ABOUT: Editor(forms.AboutForm, lambda page: {"about": page.company.about}, actions.describe_about),
    Section.WORK: Editor(
        forms.WorkForm,
        lambda page: {"makes": page.company.makes, "seeks": page.company.seeks},
        actions.describe_work,
    ),
    Section.HOURS: Editor(forms.HoursForm, _hours, actions.set_hours),
    Section.NAMES: Editor(forms.NamesForm, lambda page: {"names": "\n".join(page.names)}, actions.set_names),
    Section.IMPRINT: Editor(
        forms.ImprintForm, lambda page: {"imprint": page.company.imprint}, actions.describe_imprint
    ),
}
