"""The page of the docs that lists all diagnostics, made from the catalogue."""

from textwrap import wrap

from pp_lang.compiler import CATALOGUE, check_source, diagnose_graphs
from pp_lang.diagnostics import Entry, render_text
from pp_lang.source import SourceFile

_HEAD = """# Diagnostics

Every message of `pp check` has a code. This page explains each of them: what it means, a small
file that gives it, and that file put right. `pp explain CODE` says the same on the command line.
The page is made from the compiler's own catalogue: after a change there, run
`pytest tests/unit/compiler/test_catalogue.py --update-golden`.

An error keeps a program from running. A warning says what a program may do but hardly wants to;
warnings are given for files without errors. `# pp: allow CODE` silences one: on its line, on the
line above, or above the declaration that it is in. Several codes stand between commas.
"""
_MOST_LINES = 30


def build_page() -> str:
    """Return the text of the page."""
    return _HEAD + "".join(_section(code, CATALOGUE[code]) for code in sorted(CATALOGUE))


def _section(code: str, entry: Entry) -> str:
    source = SourceFile("example.pp", entry.example)
    said = "\n\n".join(render_text(one, source) for one in diagnose_graphs(source))
    # What only the graphs show is not said when the block alone is checked.
    language = "pp" if check_source(source) else "text"
    explanation = "\n".join(
        wrap(entry.explanation, 140, break_long_words=False, break_on_hyphens=False)
    )
    return f"""
## {code}

{explanation}

```{language}
{_shortened(entry.example)}
```

```error
{said}
```

Put right:

```pp
{entry.fixed.rstrip()}
```
"""


def _shortened(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"])
