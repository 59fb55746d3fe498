"""Portraits of invented people."""

from io import BytesIO

from PIL import Image

from draht.demo.portraits import SIZE, look_of, portrait


def test_draws_the_same_face_for_the_same_person() -> None:
    one = portrait(look_of(key="ada", form="f", age=43))
    assert one == portrait(look_of(key="ada", form="f", age=43))
    assert one != portrait(look_of(key="dora", form="f", age=55))


def test_is_a_square_picture_with_many_colours() -> None:
    with Image.open(BytesIO(portrait(look_of(key="ben", form="m", age=39)))) as image:
        assert image.format == "PNG"
        assert image.size == (SIZE, SIZE)
        colours = image.convert("RGB").getcolors(SIZE * SIZE)
        assert colours is not None
        assert len(colours) > 50


def test_gives_a_crowd_different_faces() -> None:
    crowd = {look_of(key=f"somebody-{n}", form="m" if n % 2 else "f", age=18 + n % 50) for n in range(150)}
    assert len(crowd) == 150
    assert len({look.hair for look in crowd}) >= 12


def test_lets_hair_turn_grey_with_age() -> None:
    def greys(age: int) -> int:
        looks = [look_of(key=f"somebody-{n}", form="f", age=age) for n in range(60)]
        return sum(max(look.hair_colour) - min(look.hair_colour) < 12 for look in looks)

    assert greys(30) == 0
    assert greys(66) > 50


def test_covers_hair_with_a_scarf_only_where_asked() -> None:
    assert look_of(key="fatma", form="f", age=41, scarf=True).hair == "scarf"
    assert all(look_of(key=f"somebody-{n}", form="f", age=30).hair != "scarf" for n in range(60))
