"""The page of the docs that lists all diagnostics, made from the catalogue."""

from collections.abc import Mapping
from textwrap import wrap

from pp_lang.compiler import CATALOGUE, check_source, diagnose_example
from pp_lang.diagnostics import Entry, render_text

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
    source, found = diagnose_example(entry)
    said = "\n\n".join(render_text(one, source) for one in found)
    # What only the graphs or other files show is not said when the block alone is checked.
    language = "pp" if check_source(source) and not entry.files else "text"
    changed = {name: text for name, text in entry.fixed_files.items() if entry.files[name] != text}
    explanation = "\n".join(
        wrap(entry.explanation, 140, break_long_words=False, break_on_hyphens=False)
    )
    return f"""
## {code}

{explanation}

```{language}
{_shortened(entry.example)}
```
{_others(entry.files)}
```error
{said}
```

Put right:

```{"text" if entry.files else "pp"}
{entry.fixed.rstrip()}
```
{_others(changed)}"""


def _others(files: Mapping[str, str]) -> str:
    return "".join(
        f"\n`{name}`:\n\n```text\n{text.rstrip()}\n```\n" for name, text in files.items()
    )


def _shortened(text: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return "\n".join(lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"])
