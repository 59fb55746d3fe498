import pytest

from draht.common.ids import LARGEST
from draht.common.paging import page_of, read_before


def test_it_says_where_older_ones_begin() -> None:
    page = page_of([9, 8, 7, 6], size=3, id_of=int)
    assert (page.items, page.older) == ([9, 8, 7], 7)
    assert page_of([9, 8, 7], size=3, id_of=int).older is None


@pytest.mark.parametrize("raw", [None, "", "x", "-1", "1.5", "٣", "9" * 20, "9" * 400, "1; DROP TABLE"])
def test_it_takes_what_is_no_id_for_the_newest_page(raw: str | None) -> None:
    assert read_before(raw) == LARGEST


def test_it_reads_an_id() -> None:
    assert read_before("42") == 42
    assert read_before("9" * 19) == LARGEST
