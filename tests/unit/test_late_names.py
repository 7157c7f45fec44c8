import pkgutil
from importlib import import_module

import pytest

import pp_lang
from pp_lang.late_names import late_names

PACKAGES = pytest.mark.parametrize("package", ["pp_lang.api", "pp_lang.tools"])


@PACKAGES
def test_every_name_of_a_package_is_there(package: str) -> None:
    module = import_module(package)
    for name in module.__all__:
        assert getattr(module, name) is not None


@PACKAGES
def test_no_name_is_called_like_a_module_beside_it(package: str) -> None:
    """Once such a module is imported, the package would give it in place of what is in it."""
    module = import_module(package)
    modules = {found.name for found in pkgutil.iter_modules(module.__path__)}
    assert modules.isdisjoint(module.__all__)


def test_a_name_is_looked_up_once_and_unknown_ones_are_refused() -> None:
    namespace: dict[str, object] = {}
    find = late_names("here", {"pp_lang.errors": ("PPError",)}, namespace)
    assert find("PPError") is pp_lang.PPError
    assert namespace == {"PPError": pp_lang.PPError}
    with pytest.raises(AttributeError, match="`here` has no attribute `other`"):
        find("other")
