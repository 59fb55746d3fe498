"""The words of templates in the language of the page: `_`, `ngettext`, `pgettext`, each with named placeholders.

Jinja's own extension looks every word up anew and through four calls; a page says fifty.
"""

import functools

from django.utils import translation
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup


@functools.lru_cache(maxsize=8192)
def _said(_language: str | None, context: str, message: str, *, plain: bool) -> Markup:
    text = Markup(translation.pgettext(context, message) if context else translation.gettext(message))  # noqa: S704
    return text % {} if plain else text


def _filled(escapes: bool, text: Markup, variables: dict[str, object]) -> str:
    """Our own words are markup, what is put into them is not; in plain text nothing is escaped."""
    if escapes:
        return text % variables if variables else text
    return str(text) % variables if variables else str(text)


@pass_eval_context
def say(reader: EvalContext, message: str, /, **variables: object) -> str:
    """The message in the page's language."""
    text = _said(translation.get_language(), "", message, plain=not variables)
    return _filled(reader.autoescape, text, variables)


@pass_eval_context
def say_as(reader: EvalContext, context: str, message: str, /, **variables: object) -> str:
    """The message as it is said in this context ("place")."""
    text = _said(translation.get_language(), context, message, plain=not variables)
    return _filled(reader.autoescape, text, variables)


@pass_eval_context
def say_number(reader: EvalContext, one: str, many: str, num: int, /, **variables: object) -> str:
    """The message for this number, which is known in it as `num`."""
    text = Markup(translation.ngettext(one, many, num))  # noqa: S704
    return _filled(reader.autoescape, text, {"num": num, **variables})
