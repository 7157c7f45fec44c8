"""The entries of all codes: those of the graph here, the others from where their problems are."""

from collections.abc import Mapping

from pp_lang.compiler.importing import FoundModule, Importer, NoFiles
from pp_lang.compiler.pipeline import check_source, compile_source
from pp_lang.diagnostics import Diagnostic, Entry, Severity, entry
from pp_lang.errors import CompileError
from pp_lang.semantics import CATALOGUE as OF_MEANING
from pp_lang.source import SourceFile
from pp_lang.syntax import CATALOGUE as OF_FORM

LEVELS = 64
"""Programs in a row that are one level too deep."""

_DEEP = "\n\n".join(f"program p{n}(a: int) {{\n  return p{n + 1}(a + 1)\n}}" for n in range(LEVELS))

_OF_GRAPHS: dict[str, Entry] = {
    "graph-too-large": entry('''
Each call of a program is laid out in the graph of the caller, so programs that call programs many
times grow by multiplication. A `map` is one step of the graph for any number of items.
---
template pitch() -> text """
  Pitch it.
"""

program a() {
  return [pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch(), pitch()]
}

program b() {
  return [a(), a(), a(), a(), a(), a(), a(), a(), a(), a()]
}

program c() {
  return [b(), b(), b(), b(), b(), b(), b(), b(), b(), b()]
}

program d() {
  return [c(), c(), c(), c(), c(), c(), c(), c(), c(), c()]
}

program main() {
  return [d(), d(), d(), d(), d(), d(), d(), d(), d(), d()]
}
---
template pitch() -> text """
  Pitch it.
"""

program main() {
  return sample 100000: pitch()
}
'''),
    "graph-too-deep": entry(f'''
Programs that call programs, maps and branches lie inside one another in the graph, and only a
limited number of levels is followed. Name values in a row instead.
---
{_DEEP}

program p{LEVELS}(a: int) {{
  return a
}}
---
program main(a: int) {{
  return a + {LEVELS}
}}
'''),
}  # fmt: skip

CATALOGUE: dict[str, Entry] = {**OF_FORM, **OF_MEANING, **_OF_GRAPHS}
"""What there is to know about each code, by code."""


class _FilesBeside(NoFiles):
    """Finds the files of an entry."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files

    def find_file(self, path: str, importer: SourceFile) -> FoundModule:
        """Return one of the files, or refuse."""
        if path not in self._files:
            return super().find_file(path, importer)
        return FoundModule(path.removesuffix(".pp"), SourceFile(path, self._files[path]))


def diagnose_example(entry: Entry) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """Return the example of an entry, and everything there is to say about it."""
    source = SourceFile("example.pp", entry.example)
    return source, diagnose_graphs(source, _FilesBeside(entry.files))


def diagnose_fixed(entry: Entry) -> tuple[Diagnostic, ...]:
    """Return everything there is to say about the example put right."""
    return diagnose_graphs(SourceFile("example.pp", entry.fixed), _FilesBeside(entry.fixed_files))


def diagnose_graphs(source: SourceFile, importer: Importer | None = None) -> tuple[Diagnostic, ...]:
    """Return everything there is to say about `source`, what only its graphs show included."""
    found = check_source(source, importer)
    if any(one.severity is Severity.ERROR for one in found):
        return found
    compilation = compile_source(source, importer)
    for program in compilation.module.runnable:
        try:
            compilation.region(program)
        except CompileError as error:
            found += error.diagnostics
    return found
