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
    "nil": "Write `none`; what may be missing is `T?`.",
    "null": "Write `none`; what may be missing is `T?`.",
    "str": "Write `text`.",
    "string": "Write `text`.",
    "undefined": "Write `none`; what may be missing is `T?`.",
}

GENERIC_TYPES = {
    "array": "Write `list[…]`.",
    "dict": "Declare a record: `type Name { field: type }`.",
    "list": "Write `list[…]`.",
    "literal": 'Write the values: `"one" | "other"`.',
    "optional": "Write `T?` for a type `T`.",
    "sequence": "Write `list[…]`.",
    "set": "Write `list[…]`; `unique(…)` takes out what is there twice.",
    "vector": "Write `list[…]`.",
}
"""Types with a type in brackets."""

OPTIONS = {
    "format": "The type after `->` says what the answer looks like.",
    "json": "The type after `->` says what the answer looks like.",
    "messages": "Turns stand in the body: `{% system %}`, `{% user %}`, `{% assistant %}`.",
    "n": "Several answers are a `sample`: `sample 5: ask(…)`.",
    "prompt": 'The prompt is the body, between `"""` and `"""`.',
    "response_format": "The type after `->` says what the answer looks like.",
    "role": "A turn is opened in the body: `{% system %}`.",
    "schema": "The type after `->` says what the answer looks like.",
    "system": "A system turn stands in the body: `{% system %}`.",
    "system_prompt": "A system turn stands in the body: `{% system %}`.",
}

OPTION_WORDS = {
    "max_length": "max_tokens",
    "max_new_tokens": "max_tokens",
    "retries": "retry",
    "stop_sequences": "stop",
    "temp": "temperature",
}
"""Options that go by another name elsewhere."""

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
    "nil": "none",
    "null": "none",
    "str": "text",
    "string": "text",
    "undefined": "none",
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
