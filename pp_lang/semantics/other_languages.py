"""Names from other languages, and what to write instead."""

CONSTANTS = {
    "False": "false",
    "None": "none",
    "True": "true",
    "nil": "none",
    "null": "none",
    "undefined": "none",
}

TYPES = {
    "any": "Say what it is: a model answers better to a narrow type.",
    "array": "Write `list[…]`.",
    "boolean": "Write `bool`.",
    "dict": "Declare a record: `type Name { field: type }`.",
    "double": "Write `float`.",
    "enum": 'Write the values: `"one" | "other"`.',
    "integer": "Write `int`.",
    "number": "Write `float`, or `int`.",
    "object": "Declare a record: `type Name { field: type }`.",
    "str": "Write `text`.",
    "string": "Write `text`.",
}

FUNCTIONS = {
    "append": "Lists are joined with `+`.",
    "concat": "Texts and lists are joined with `+`.",
    "filter": "Write `map item in items if condition: item`.",
    "float": "Write `number(…)`, which gives none for what is no number.",
    "int": "Write `number(…)`, which gives none for what is no number.",
    "length": "Write `len(…)`.",
    "print": "Return what is to be seen.",
    "size": "Write `len(…)`.",
    "sorted": "Write `sort(…)`.",
    "str": "Write `text(…)`.",
    "string": "Write `text(…)`.",
    "strip": "Write `trim(…)`.",
}

TYPE_WORDS = {
    "boolean": "bool",
    "double": "float",
    "integer": "int",
    "str": "text",
    "string": "text",
}
"""Those of `TYPES` that one word replaces."""

FUNCTION_WORDS = {
    "length": "len",
    "size": "len",
    "sorted": "sort",
    "str": "text",
    "string": "text",
    "strip": "trim",
}
"""Those of `FUNCTIONS` that one word replaces."""
