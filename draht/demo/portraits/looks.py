"""Which face somebody has: hair, skin, beard, glasses, clothes, all chosen by chance that depends on the key alone."""

from dataclasses import dataclass
from hashlib import sha256
from random import Random
from typing import Literal

from draht.demo.portraits.pen import Colour, mix

BACKGROUNDS: tuple[Colour, ...] = (
    (232, 205, 180), (224, 190, 158), (240, 222, 198), (214, 178, 150), (226, 214, 196), (205, 192, 170),
    (196, 204, 190), (188, 200, 203), (214, 199, 205), (236, 211, 170), (201, 176, 152), (222, 201, 190),
)  # fmt: skip
SKINS: dict[str, tuple[Colour, ...]] = {
    "light": ((246, 213, 190), (241, 203, 176), (248, 220, 200), (236, 196, 166)),
    "olive": ((226, 180, 142), (216, 168, 128), (232, 190, 152), (205, 156, 116)),
    "east": ((243, 207, 170), (235, 195, 155), (228, 186, 146)),
    "dark": ((133, 88, 60), (112, 72, 48), (152, 104, 72)),
}
HAIRS: dict[str, tuple[Colour, ...]] = {
    "light": ((92, 62, 42), (120, 82, 50), (176, 132, 80), (206, 168, 112), (62, 44, 34), (150, 78, 44), (74, 54, 42)),
    "olive": ((40, 30, 26), (56, 38, 30), (30, 24, 24), (74, 48, 34)),
    "east": ((28, 24, 26), (38, 30, 30)),
    "dark": ((28, 22, 22), (36, 28, 26)),
}
GREYS: tuple[Colour, ...] = ((168, 164, 160), (196, 192, 188), (222, 219, 215), (140, 136, 133))
CLOTHES: tuple[Colour, ...] = (
    (46, 64, 84), (58, 78, 70), (120, 60, 40), (84, 58, 72), (70, 70, 76), (38, 88, 96), (150, 94, 52), (98, 104, 62),
    (110, 46, 52), (52, 74, 118), (146, 120, 84), (88, 96, 108),
)  # fmt: skip
SHIRTS: tuple[Colour, ...] = ((250, 247, 242), (226, 233, 240), (240, 226, 214), (214, 224, 214))
WORKWEAR: tuple[Colour, ...] = ((40, 70, 112), (64, 72, 84), (196, 98, 44), (52, 88, 78))
SCARVES: tuple[Colour, ...] = ((120, 72, 84), (60, 88, 104), (150, 110, 74), (78, 96, 78))
GLASSES: tuple[Colour, ...] = ((44, 38, 36), (104, 62, 40), (70, 78, 90), (150, 116, 70))

Collar = Literal["shirt", "round", "suit", "work", "turtle"]
Hair = Literal[
    "short", "side", "quiff", "crop", "curly", "receding", "bald", "medium",
    "long", "bob", "bun", "pony", "pixie", "waves", "locks", "scarf",
]  # fmt: skip
Beard = Literal["none", "stubble", "full", "goatee", "moustache"]


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that makes a face."""

    background: Colour
    skin: Colour
    hair_colour: Colour
    hair: Hair
    beard: Beard
    collar: Collar
    cloth: Colour
    shirt: Colour
    glasses: Colour | None
    is_round: bool
    age: int
    jaw: float
    width: float
    height: float
    brow: float
    smile: float
    nose: float
    tilt: float


def look_of(
    *, key: str, form: Literal["f", "m"], age: int, tone: str = "light", scarf: bool = False, works: bool = False
) -> Look:
    """The face of this person. `scarf` covers the hair, `works` puts them into work clothes."""
    chance = Random(int.from_bytes(sha256(key.encode()).digest()[:8], "big"))
    hair: Hair = "scarf" if scarf else _hair(chance, form, age, tone)
    grey = age > 44 and chance.random() < (age - 40) / 24 and hair != "scarf"
    colour = chance.choice(GREYS if grey else HAIRS[tone])
    if grey and age < 54:
        colour = mix(colour, HAIRS[tone][0], 0.45)
    if hair == "scarf":
        colour = chance.choice(SCARVES)
    wears_glasses = chance.random() < (0.5 if age > 45 else 0.28)
    return Look(
        background=chance.choice(BACKGROUNDS),
        skin=chance.choice(SKINS[tone]),
        hair_colour=colour,
        hair=hair,
        beard=_beard(chance, age, hair) if form == "m" else "none",
        collar="work" if works else _collar(chance, form, age),
        cloth=chance.choice(WORKWEAR if works else CLOTHES),
        shirt=chance.choice(SHIRTS),
        glasses=chance.choice(GLASSES) if wears_glasses else None,
        is_round=chance.random() < 0.5,
        age=age,
        jaw=chance.uniform(0.62, 0.76) if form == "m" else chance.uniform(0.52, 0.64),
        width=chance.uniform(0.158, 0.176) if form == "m" else chance.uniform(0.15, 0.166),
        height=chance.uniform(0.2, 0.222),
        brow=chance.uniform(0.9, 1.2) if form == "m" else chance.uniform(0.65, 0.85),
        smile=chance.uniform(0.25, 1.0),
        nose=chance.uniform(0.8, 1.25),
        tilt=chance.uniform(-2.5, 2.5),
    )


def _hair(chance: Random, form: str, age: int, tone: str) -> Hair:
    if form == "f":
        if tone == "dark":
            return chance.choice(("locks", "bun", "curly"))
        if age > 55:
            return chance.choice(("pixie", "bob", "bob", "waves", "bun"))
        return chance.choice(("long", "bob", "bun", "pony", "waves", "pixie", "locks", "long", "waves", "bob"))
    if age > 48 and chance.random() < 0.5:
        return chance.choice(("receding", "bald", "receding", "crop"))
    if age > 60:
        return chance.choice(("side", "short", "receding", "medium"))
    return chance.choice(("short", "side", "quiff", "crop", "curly", "medium", "side"))


def _beard(chance: Random, age: int, hair: Hair) -> Beard:
    if age < 23:
        return "none"
    beard: Beard = chance.choice(("none", "none", "none", "stubble", "full", "full", "goatee", "moustache"))
    # A lone moustache below parted hair reminds of one man only.
    return "stubble" if beard == "moustache" and hair in ("side", "short", "medium") else beard


def _collar(chance: Random, form: str, age: int) -> Collar:
    if age < 26:
        return chance.choice(("round", "shirt", "round"))
    if form == "f":
        return chance.choice(("round", "suit", "turtle", "shirt", "suit"))
    return chance.choice(("shirt", "suit", "suit", "round", "turtle"))
