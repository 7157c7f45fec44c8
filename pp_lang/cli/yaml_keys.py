"""Keys that are there twice in a mapping of YAML: its reader keeps the last and says nothing."""

import yaml


def verify_distinct(node: yaml.Node | None) -> None:
    """Raise `MarkedYAMLError` where a key is there twice in one mapping below `node`."""
    waiting = [node] if node is not None else []
    while waiting:
        match waiting.pop():
            case yaml.MappingNode(value=pairs):
                _verify(pairs)
                waiting += [value for _, value in reversed(pairs)]
            case yaml.SequenceNode(value=items):
                waiting += reversed(items)


def _verify(pairs: list[tuple[yaml.Node, yaml.Node]]) -> None:
    seen: set[str] = set()
    for key, _ in pairs:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if key.value in seen:
            raise yaml.MarkedYAMLError(
                problem=f"`{key.value}` is there twice", problem_mark=key.start_mark
            )
        seen.add(key.value)
