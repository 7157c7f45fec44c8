"""Names of a package that load when first used, so that a command pays for what it uses."""

from collections.abc import Callable, Mapping
from importlib import import_module


def late_names(
    package: str, modules: Mapping[str, tuple[str, ...]], namespace: dict[str, object]
) -> Callable[[str], object]:
    """Return a package's `__getattr__` (PEP 562) for names that lie in its modules.

    `modules` says which names each module holds; what is found is put into `namespace`, the
    package's own, so that it is looked up once.
    """
    homes = {name: module for module, names in modules.items() for name in names}

    def find(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module `{package}` has no attribute `{name}`")
        value: object = getattr(import_module(homes[name]), name)
        namespace[name] = value
        return value

    return find
