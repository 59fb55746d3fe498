"""The pages of the host and the house."""

import html5lib
import pytest
from django.conf import LazySettings
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("path", ["/about/", "/help/", "/privacy/", "/imprint/"])
def test_it_is_open_to_everybody_in_both_languages(client: Client, path: str, language: str) -> None:
    answer = client.get(path, headers={"accept-language": language})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in page
    assert page.count("<h1") == 1
    html5lib.HTMLParser(strict=True).parse(page)


@pytest.mark.parametrize("path", ["/about/", "/privacy/", "/imprint/"])
def test_it_sets_no_cookie(client: Client, path: str) -> None:
    assert not client.get(path).cookies


def test_it_names_the_host_line_by_line(client: Client, settings: LazySettings) -> None:
    settings.DRAHT_IMPRINT = "Fachverband Draht e. V. | Musterstraße 1|58095 Hagen|host@example.org"
    for path in ("/imprint/", "/privacy/"):
        page = client.get(path).content.decode()
        assert "Fachverband Draht e. V.<br>Musterstraße 1<br>58095 Hagen<br>" in page
        assert 'href="mailto:host@example.org"' in page


def test_it_says_so_when_the_host_has_not_written_an_imprint(client: Client, settings: LazySettings) -> None:
    settings.DRAHT_IMPRINT = ""
    assert "has not yet said" in client.get("/imprint/", headers={"accept-language": "en"}).content.decode()
