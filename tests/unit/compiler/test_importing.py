"""Imported modules that cannot be used: each is read once, whoever imports it."""

import pytest

from pp_lang.compiler import FoundModule, ImportRefusedError, check_source
from pp_lang.source import SourceFile

LEVELS = 12
END = "program end() {\n  return %s\n}\n"


class Tower:
    """Files that each import the next one twice; it counts how often one is asked for."""

    def __init__(self, last: str) -> None:
        self._texts = {f"{n}.pp": self.level(n) for n in range(1, LEVELS)} | {f"{LEVELS}.pp": last}
        self.num_asked = 0

    @staticmethod
    def level(n: int) -> str:
        return (
            f'import "{n + 1}.pp" as a\nimport "{n + 1}.pp" as b\n\n' + END % "[a.end(), b.end()]"
        )

    def find_file(self, path: str, importer: SourceFile) -> FoundModule:
        self.num_asked += 1
        return FoundModule(path.removesuffix(".pp"), SourceFile(path, self._texts[path]))

    def find_module(self, names: tuple[str, ...]) -> FoundModule:
        raise ImportRefusedError("there are only files")


@pytest.mark.parametrize(
    ("last", "code"),
    [
        (END % "nothing", "broken-import"),
        (f'import "{LEVELS - 1}.pp" as up\n' + END % "up.end()", "import-cycle"),
    ],
)
def test_a_module_that_cannot_be_used_is_read_once(last: str, code: str) -> None:
    tower = Tower(last)
    found = check_source(SourceFile("0.pp", Tower.level(0)), tower)
    assert [one.code for one in found] == [code, code]
    assert tower.num_asked <= 2 * LEVELS + 1
