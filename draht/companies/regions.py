"""Parts of countries that have public holidays of their own: ISO 3166-2 codes and what they are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REGIONS: dict[str, dict[str, str | Promise]] = {
    "DE": {
        "BW": "Baden-Württemberg",
        "BY": _("Bavaria"),
        "BE": "Berlin",
        "BB": "Brandenburg",
        "HB": "Bremen",
        "HH": "Hamburg",
        "HE": _("Hesse"),
        "MV": _("Mecklenburg-Western Pomerania"),
        "NI": _("Lower Saxony"),
        "NW": _("North Rhine-Westphalia"),
        "RP": _("Rhineland-Palatinate"),
        "SL": _("Saarland"),
        "SN": _("Saxony"),
        "ST": _("Saxony-Anhalt"),
        "SH": "Schleswig-Holstein",
        "TH": _("Thuringia"),
    },
    "AT": {
        "1": "Burgenland",
        "2": _("Carinthia"),
        "3": _("Lower Austria"),
        "4": _("Upper Austria"),
        "5": "Salzburg",
        "6": _("Styria"),
        "7": _("Tyrol"),
        "8": "Vorarlberg",
        "9": _("Vienna"),
    },
    "CH": {
        "AG": "Aargau",
        "AR": "Appenzell Ausserrhoden",
        "AI": "Appenzell Innerrhoden",
        "BL": "Basel-Landschaft",
        "BS": "Basel-Stadt",
        "BE": "Bern",
        "FR": "Freiburg",
        "GE": _("Geneva"),
        "GL": "Glarus",
        "GR": _("Grisons"),
        "JU": "Jura",
        "LU": _("Lucerne"),
        "NE": _("Neuchâtel"),
        "NW": "Nidwalden",
        "OW": "Obwalden",
        "SG": "St. Gallen",
        "SH": "Schaffhausen",
        "SZ": "Schwyz",
        "SO": "Solothurn",
        "TG": "Thurgau",
        "TI": _("Ticino"),
        "UR": "Uri",
        "VS": _("Valais"),
        "VD": _("Vaud"),
        "ZG": "Zug",
        "ZH": _("Zurich"),
    },
}


def region_name(country: str, region: str) -> str:
    """What a part of a country is called, or "" if it has no name here."""
    return str(REGIONS.get(country, {}).get(region, ""))
