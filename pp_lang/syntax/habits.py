"""Habits from other languages, and what to write instead."""

_FUNCTION = "A function is a `program` of its own, or `x => …` where one is handed over."
_NO_LOOP = "Work for each item is a `map`, another try a `repeat`."
_NOTHING_RAISED = "Nothing is raised: give `none`, or a record that says what is wrong."
_IMPORT = 'An import is written `import "voting.pp" as voting`, and a use of it `voting.name`.'
_NO_VALUE = "Values are made inside a program: `program main() { … }`."
_EXPORT = "All declarations of a file can be imported; nothing is said about it."

DECLARATIONS = {
    "async": "Nothing is asynchronous; what is independent runs together by itself.",
    "class": "A record is declared with `type Name { field: type }`.",
    "def": "A prompt is a `template`; a function of values is a `program`.",
    "enum": 'A closed set is declared with `type Name = "one" | "other"`.',
    "fn": "A prompt is a `template`; a function of values is a `program`.",
    "func": "A prompt is a `template`; a function of values is a `program`.",
    "function": "A prompt is a `template`; a function of values is a `program`.",
    "from": _IMPORT,
    "include": _IMPORT,
    "require": _IMPORT,
    "use": _IMPORT,
    "using": _IMPORT,
    "export": _EXPORT,
    "pub": _EXPORT,
    "public": _EXPORT,
    "let": _NO_VALUE,
    "const": _NO_VALUE,
    "var": _NO_VALUE,
    "val": _NO_VALUE,
    "return": _NO_VALUE,
    "if": _NO_VALUE,
    "for": _NO_VALUE,
    "while": _NO_VALUE,
    "match": _NO_VALUE,
    "map": _NO_VALUE,
    "print": _NO_VALUE,
    "interface": "A record is declared with `type Name { field: type }`.",
    "record": "A record is declared with `type Name { field: type }`.",
    "prompt": "A prompt is declared with `template`.",
    "struct": "A record is declared with `type Name { field: type }`.",
    "agent": "What calls templates is a `program`.",
    "chain": "What calls templates is a `program`.",
    "client": 'A model is declared with `model name = "location"`.',
    "pipeline": "What calls templates is a `program`.",
    "signature": "A prompt is declared with `template`.",
    "task": "What calls templates is a `program`.",
    "tool": "A function of Python is declared with `extern`.",
    "workflow": "What calls templates is a `program`.",
    "system": "Shared text is a `context`; a turn of it is opened with `{% system %}`.",
}
"""Words that begin declarations elsewhere."""

OPERATORS = {
    "&&": "Write `and`.",
    "||": "Write `or`.",
    "!": "Write `not`.",
    "===": "Write `==`.",
    "!==": "Write `!=`.",
    "<>": "Write `!=`.",
    "**": "There is no power; multiply.",
    "++": "Values never change; name a new one: `b = a + 1`.",
    "?.": "Ask first: `if x != none: x.field else: …`.",
    "|>": "Call the function around it: `join(items, …)`.",
    "|": "Write `or`; `|` stands between types and between patterns.",
    "::": "Write `.`: `voting.majority`.",
    "&": "Write `and`.",
    "^": "There is no power; multiply.",
    "~": "Write `+`.",
    "??": "Write `default(x, …)`: it gives the other value for none.",
    "is": "Write `==`.",
    "is not": "Write `!=`.",
}

TAGS = {
    "elif": "Write `{% else if … %}`.",
    "elseif": "Write `{% else if … %}`.",
    "elsif": "Write `{% else if … %}`.",
    "role": "A turn is opened by its role alone: `{% system %}`.",
    "set": "Name the value in a program and pass it in as a parameter.",
    "block": "Shared text belongs into a `context`.",
    "extends": "Shared text belongs into a `context`; a template goes on `within` it.",
    "import": "Imports stand in the file, outside of prompts.",
    "macro": "Text with parameters is a `context` or a `template` of its own.",
    "raw": "Braces need no escape: only `{{`, `{%` and `{#` are special.",
    "include": "Shared text belongs into a `context`.",
    "human": "The roles are `system`, `user` and `assistant`.",
    "ai": "The roles are `system`, `user` and `assistant`.",
    "model": "The roles are `system`, `user` and `assistant`.",
    "bot": "The roles are `system`, `user` and `assistant`.",
}
"""Words that begin tags elsewhere; every word that begins with `end` is one too."""

TEST_LINES = 'A test stands by itself in the file: `test "name" { given … as result  expect … }`.'
"""Where lines of tests belong."""

PREFIXES = {
    "let": "A value is named with `=` alone: `name = …`.",
    "const": "A value is named with `=` alone: `name = …`.",
    "var": "A value is named with `=` alone: `name = …`.",
    "val": "A value is named with `=` alone: `name = …`.",
    "for": "Work for each item is a value: `results = map item in items: …`.",
    "def": _FUNCTION,
    "fn": _FUNCTION,
    "fun": _FUNCTION,
    "func": _FUNCTION,
    "function": _FUNCTION,
    "lambda": "A function is written `x => …`.",
    "switch": "Choose with `match value: { case …: …  else: … }`.",
    "when": "Choose with `match value: { case …: …  else: … }`.",
    "f": "Join texts with `+`; a value becomes text with `text(…)`.",
    "r": "A backslash is written `\\\\`.",
    "async": "Nothing is asynchronous; what is independent runs together by itself.",
    "await": "Nothing waits: what a value needs is ready when it is used.",
    "yield": "A block gives one value with `return`.",
    "while": _NO_LOOP,
    "new": "A record is written `{ name: value }`.",
    "try": "Options say what becomes of failures: `ask(…) { retry: 2, fallback: other }`.",
    "raise": _NOTHING_RAISED,
    "throw": _NOTHING_RAISED,
    "assert": "Put `expect …` into a `test`.",
}
"""Words that stand before names and values elsewhere."""

STATEMENTS = {
    "do": _NO_LOOP,
    "loop": _NO_LOOP,
    "print": "Nothing is printed: a program gives what stands behind its `return`.",
    **PREFIXES,
}
"""Words that begin statements elsewhere."""

CALLS = {
    "map": "A `map` is no function: write `map item in items: …`.",
    "match": "A `match` is no function: write `match value: { case …: … }`.",
    "reduce": "A `reduce` is no function: write `reduce items with merge by tree`.",
    "repeat": "A `repeat` is no function: write `repeat draft = … up to 3: …`.",
    "sample": "A `sample` is no function: write `sample 8: …`.",
}
"""Words of the language that are functions elsewhere."""

GENERICS = {
    "callable": "A function's type is written `(text) -> int`.",
    "dict": "Declare a record: `type Name { field: type }`.",
    "literal": 'Write the values: `"one" | "other"`.',
    "map": "Declare a record: `type Name { field: type }`.",
    "optional": "Write `T?` for a type `T`.",
    "record": "Declare a record: `type Name { field: type }`.",
    "tuple": "Declare a record: `type Name { field: type }`.",
    "union": "Write the types with `|` between them.",
}
"""Types of other languages that take several types in brackets."""

METHODS = {
    "map": "Values have no methods: write `map item in items: …`.",
    "reduce": "Values have no methods: write `reduce items with merge by tree`.",
    "sample": "Values have no methods: write `sample 8: …`.",
}
"""Words of the language that are methods elsewhere."""

FOUND = {
    "then": "Write `if condition: one else: other`.",
    "where": "Write `map item in items if condition: …`.",
    "for": "Write `map item in items: …`.",
    "if": "Write `if condition: one else: other`.",
    "elif": "Write `else if condition: …`.",
    "of": "Write `map item in items: …`.",
    "$": "A value is used by its name alone.",
    ";": "Nothing ends a line; remove it.",
    "//": "A comment begins with `#`.",
    "/*": "A comment begins with `#`.",
    "..": "Join lists with `+`: `[a] + others`.",
    "?": "Write `if condition: one else: other`.",
    "<": "Compare twice: `a < b and b < c`.",
}
"""What is found where it has no place."""

# Those of the tables above that other words replace.

OPERATOR_WORDS = {
    "&&": "and", "||": "or", "&": "and", "|": "or", "!": "not ", "===": "==", "!==": "!=",
    "<>": "!=", "::": ".", "~": "+", "is": "==", "is not": "!=",
}  # fmt: skip
TAG_WORDS = {
    "elif": "else if", "elseif": "else if", "elsif": "else if", "human": "user",
    "ai": "assistant", "bot": "assistant", "model": "assistant",
}  # fmt: skip
FOUND_WORDS = {"`elif`": "else if", "`;`": "", "`//`": "#"}
DECLARATION_WORDS = {
    "class": "type", "interface": "type", "record": "type", "struct": "type", "prompt": "template",
}  # fmt: skip
DROPPED = ("await", "const", "let", "val", "var")
"""Words that say nothing here: what stands behind them is right."""
