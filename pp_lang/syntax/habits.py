"""Habits from other languages, and what to write instead."""

DECLARATIONS = {
    "class": "A record is declared with `type Name { field: type }`.",
    "def": "A prompt is a `template`; a function of values is a `program`.",
    "enum": 'A closed set is declared with `type Name = "one" | "other"`.',
    "fn": "A prompt is a `template`; a function of values is a `program`.",
    "func": "A prompt is a `template`; a function of values is a `program`.",
    "function": "A prompt is a `template`; a function of values is a `program`.",
    "import": "A program is one file: put all its declarations here.",
    "prompt": "A prompt is declared with `template`.",
    "struct": "A record is declared with `type Name { field: type }`.",
    "system": "Shared text is a `context`; a turn of it is opened with `{% system %}`.",
}
"""Words that begin declarations elsewhere."""

OPERATORS = {
    "&&": "Write `and`.",
    "||": "Write `or`.",
    "!": "Write `not`.",
    "===": "Write `==`.",
    "<>": "Write `!=`.",
    "**": "There is no power; multiply.",
    "++": "Values never change; name a new one: `b = a + 1`.",
    "?.": "Ask first: `if x != none: x.field else: …`.",
    "=>": "There are no function values; write a template or a program.",
    "&": "Write `and`.",
}

TAGS = {
    "elif": "Write `{% else if … %}`.",
    "elseif": "Write `{% else if … %}`.",
    "elsif": "Write `{% else if … %}`.",
    "set": "Name the value in a program and pass it in as a parameter.",
    "raw": "Braces need no escape: only `{{`, `{%` and `{#` are special.",
    "include": "Shared text belongs into a `context`.",
    "human": "The roles are `system`, `user` and `assistant`.",
    "ai": "The roles are `system`, `user` and `assistant`.",
    "model": "The roles are `system`, `user` and `assistant`.",
    "bot": "The roles are `system`, `user` and `assistant`.",
}
"""Words that begin tags elsewhere; every word that begins with `end` is one too."""

PREFIXES = {
    "let": "A value is named with `=` alone: `name = …`.",
    "const": "A value is named with `=` alone: `name = …`.",
    "var": "A value is named with `=` alone: `name = …`.",
    "val": "A value is named with `=` alone: `name = …`.",
    "for": "Work for each item is a value: `results = map item in items: …`.",
    "def": "A function of values is a `program` of its own.",
    "lambda": "There are no function values; write a template or a program.",
    "f": "Join texts with `+`; a value becomes text with `text(…)`.",
    "r": "A backslash is written `\\\\`.",
    "await": "Nothing waits: what a value needs is ready when it is used.",
    "yield": "A block gives one value with `return`.",
    "while": "There are no loops; work for each item is a `map`.",
}
"""Words that stand before names and values elsewhere."""

FOUND = {
    "then": "Write `if condition: one else: other`.",
    "where": "Write `map item in items if condition: …`.",
    "for": "Write `map item in items: …`.",
    "if": "Write `if condition: one else: other`.",
    "elif": "Write `else if condition: …`.",
    "of": "Write `map item in items: …`.",
    ";": "Nothing ends a line; remove it.",
    "//": "A comment begins with `#`.",
    "/*": "A comment begins with `#`.",
    "<": "Compare twice: `a < b and b < c`.",
}
"""What is found where it has no place."""

# Those of the tables above that other words replace.

OPERATOR_WORDS = {"&&": "and", "||": "or", "&": "and", "!": "not ", "===": "==", "<>": "!="}
TAG_WORDS = {"elif": "else if", "elseif": "else if", "elsif": "else if"}
FOUND_WORDS = {"`elif`": "else if", "`;`": "", "`//`": "#"}
