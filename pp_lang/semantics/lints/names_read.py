"""Which names a piece of a program reads, of whatever kind they are."""

from pp_lang.syntax import FieldExpr, NameExpr, Node, Path, walk


def names_read(node: Node) -> set[str]:
    """Return the names that are read anywhere in the node: of values, types and members."""
    names: set[str] = set()
    for one in walk(node):
        if isinstance(one, NameExpr):
            names.add(one.name)
        elif isinstance(one, FieldExpr):
            names.add(one.name.text)
        elif isinstance(one, Path):
            names.update(part.text for part in one.names)
    return names
