"""Two import contracts that import-linter does not know: the order inside a room, and the front door between rooms."""

from collections.abc import Iterator

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

ROOT = "draht"


def _room_and_file(module: str) -> tuple[str, str]:
    """("posts", "models") of draht.posts.models.drafts; the file is empty for a room's own __init__."""
    parts = module.split(".")
    return (parts[1] if len(parts) > 1 else "", parts[2] if len(parts) > 2 else "")


def _imports(graph: ImportGraph) -> Iterator[tuple[str, str]]:
    for importer in sorted(graph.modules):
        if importer.startswith(f"{ROOT}.") and ".tests" not in importer and "conftest" not in importer:
            for imported in sorted(graph.find_modules_directly_imported_by(importer)):
                yield importer, imported


class _Pairs(Contract):
    """A contract that is broken by single imports, and says which."""

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Keep the contract if no import breaks it."""
        broken = [pair for pair in _imports(graph) if self.breaks(*pair)]
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name the imports that break it."""
        for importer, imported in check.metadata["broken"]:
            output.print_error(f"{importer} must not import {imported}", bold=False)

    def breaks(self, importer: str, imported: str) -> bool:
        """Whether this import breaks the contract."""
        raise NotImplementedError


class RoomOrder(_Pairs):
    """Files of a room import only files of lower ranks, or of their own."""

    type_name = "room_order"
    order = fields.ListField(subfield=fields.StringField())

    def breaks(self, importer: str, imported: str) -> bool:
        """An import upwards, or between neighbours, inside one room."""
        room, file = _room_and_file(importer)
        other_room, other_file = _room_and_file(imported)
        if room != other_room or file == other_file:
            return False
        order: list[str] = self.order  # type: ignore[assignment]
        ranks = {name: rank for rank, names in enumerate(order) for name in names.split()}
        return file in ranks and other_file in ranks and ranks[file] >= ranks[other_file]


class FrontDoor(_Pairs):
    """A room's views, forms, addresses and handlers are used by itself, and by the porters."""

    type_name = "front_door"
    doors = fields.ListField(subfield=fields.StringField())
    porters = fields.ListField(subfield=fields.StringField())

    def breaks(self, importer: str, imported: str) -> bool:
        """An import of another room's door."""
        room, _ = _room_and_file(importer)
        other_room, file = _room_and_file(imported)
        doors: list[str] = self.doors  # type: ignore[assignment]
        porters: list[str] = self.porters  # type: ignore[assignment]
        if not imported.startswith(f"{ROOT}.") or room == other_room or importer in porters:
            return False
        return file in doors
