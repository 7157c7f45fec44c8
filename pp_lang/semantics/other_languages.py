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
    "answer": 'It belongs to one call: `ask(…) { answer: "yes" }`.',
    "begin": 'It belongs to one call: `ask(…) { begin: "First," }`.',
    "budget": "It limits a `map`, `sample` or `repeat`: `within { budget: 500 }`.",
    "deadline": "It limits a `map`, `sample` or `repeat`; one answer has a `timeout`.",
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

NAMES = {
    "ctx": "What the answer must look like is shown by `{{ format }}`.",
    "json": "A typed template answers with a value already: `-> { field: type }`.",
    "loop": "A loop has no counter: go over `range(len(items))`.",
    "math": "A function of Python is declared with `extern`.",
    "np": "A function of Python is declared with `extern`.",
    "os": "A function of Python is declared with `extern`.",
    "random": "Several answers are a `sample`; draws follow from the option `seed`.",
    "re": "Write `first_match(text, pattern)` or `all_matches(text, pattern)`.",
    "requests": "A function of Python is declared with `extern`.",
    "self": "There are no objects; a value is used by its name.",
    "this": "There are no objects; a value is used by its name.",
}
"""Names that are known elsewhere."""

FUNCTIONS = {
    "all": "Count them: `count(list, false) == 0`.",
    "any": "Count them: `count(list, true) > 0`.",
    "append": "Lists are joined with `+`.",
    "concat": "Texts and lists are joined with `+`.",
    "endswith": 'Write `first_match(value, "ending$") != none`.',
    "entropy": "Scores are read from an answer: `answer.entropy`.",
    "enumerate": "Number items with `range(len(items))`.",
    "filter": "Write `map item in items if condition: item`.",
    "fork": "Several answers are a `sample`: `sample 5: ask(…)`.",
    "format": "Join texts with `+`; a value becomes text with `text(…)`.",
    "gen": "What a model writes is the answer of a template, which a program calls.",
    "generate": "What a model writes is the answer of a template, which a program calls.",
    "float": "Write `number(…)`, which gives none for what is no number.",
    "int": "Write `round(default(number(…), 0))`: `number` gives none for what is no number.",
    "length": "Write `len(…)`.",
    "includes": "Write `contains(…)`.",
    "isinstance": "Ask what a value is with `match`.",
    "llm": "A model is called through a template: declare one and call it.",
    "logprob": "Scores are read from an answer: `answer.logprob`.",
    "open": "A file is given as an input: `pp run … --input name=@file`.",
    "print": "Return what is to be seen.",
    "probability": "Scores are read from an answer: `answer.probability`.",
    "push": "Lists are joined with `+`.",
    "reversed": "Write `reverse(…)`.",
    "select": 'A choice is the type of the answer: `-> "yes" | "no"`.',
    "size": "Write `len(…)`.",
    "slice": "Write `take(items, n)` or `drop(items, n)`.",
    "startswith": 'Write `first_match(value, "^start") != none`.',
    "sorted": "Write `sort(…)`.",
    "str": "Write `text(…)`.",
    "string": "Write `text(…)`.",
    "strip": "Write `trim(…)`.",
    "toBe": "Compare two values: `expect a == b`.",
    "toEqual": "Compare two values: `expect a == b`.",
    "toLowerCase": "Write `lower(…)`.",
    "toString": "Write `text(…)`.",
    "toUpperCase": "Write `upper(…)`.",
    "zip": "Go over `range(len(items))` and take both items by their number.",
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
    "includes": "contains",
    "reversed": "reverse",
    "toLowerCase": "lower",
    "toString": "text",
    "toUpperCase": "upper",
    "length": "len",
    "size": "len",
    "sorted": "sort",
    "str": "text",
    "string": "text",
    "strip": "trim",
}
"""Those of `FUNCTIONS` that one word replaces."""
