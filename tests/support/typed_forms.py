"""The forms that values of each type are drawn from.

`<int>` stands for a value of that type, `~` for a name that nothing else has.
"""

import re

NAMED = ("text", "int", "float", "bool", "Mood", "int?")
LISTS = tuple(f"list[{ty}]" for ty in NAMED)

LITERALS = {
    "text": ('"a, é"', '""', '"no 3"'),
    "int": ("3", "0", "-2"),
    "float": ("2.5", "0.0", "1"),
    "bool": ("true", "false"),
    "Mood": ('"sad"', '"glad"'),
    "int?": ("none", "4"),
}

_FORMS = {
    "text": (
        "(<text> + <text>)",
        'join(<list[text]>, ", ")',
        "upper(<text>)",
        "text(<any>)",
        'default(first(<list[text]>), "none")',
        'default(first_match(<text>, "[a-z]+"), <text>)',
        'replace(<text>, "a", <text>)',
        "<Mood>",
        "(reduce <list[text]> + [<text>] with merge by flat)",
        "(reduce <list[text]> + [<text>] with merge by tree { retry: 1 })",
        "(reduce <list[text]> + [<text>] with joined by tree)",
        "(reduce <list[text]> + [<text>] with longer by fold)",
        "(reduce <list[text]> with joined by flat)",
        "voting.majority(<list[text]> + [<text>])",
        "draft(<text>).again(<text>)",
        "draft(<text>).again(<text>).again(<text>)",
        "(repeat ~ = draft(<text>) up to 2: ~.again(<text>))",
        "draft(<text>) { begin: <text> }",
        'default(first(sample 3: <text>), "none")',
        'draft(<text>) { answer: <text> + "." }.raw',
    ),
    "int": (
        "(<int> + <int>)",
        "(<int> - <int>)",
        "(<int> * <int>)",
        "(<int> // (abs(<int>) + 1))",
        "(<int> % 7)",
        "(<int> % <int>)",
        "len(<text>)",
        "len(<list[Mood]>)",
        "sum(<list[int]>)",
        "count(<list[int]>, <int> + 0)",
        "round(<float>)",
        "max(<list[int]> + [<int>])",
        "min(<list[int]>)",
        "default(<int?>, <int>)",
        "draft(<text>).tokens",
    ),
    "float": (
        "draft(<text>).logprob",
        "is_good(<text>).probability",
        "is_good(<text>).entropy",
        "(<float> + <int>)",
        "(<float> / (abs(<float>) + 1))",
        "(<float> / <int>)",
        "default(number(<text>), <float>)",
        "round(<float>, 2)",
        "log(abs(<float>) + 1)",
        "sum(<list[float]>)",
        "<int>",
    ),
    "bool": (
        "(<bool> and <bool>)",
        "(<bool> or not <bool>)",
        "(<int> + 0 < <float>)",
        '(<text> + "" == <text> + "")',
        "(<int> + 0 in <list[int]> + [<int> + 0])",
        "contains(<text>, <text>)",
        '(as_Mood(<Mood>) == "sad")',
        "(as_int_(<int?>) == none)",
    ),
    "Mood": ("as_Mood(<Mood>)",),
    "int?": ("as_int_(<int?>)", "first(<list[int]>)", "<int>"),
    "list[text]": (
        'split(<text>, ",")',
        "lines(<text>)",
        'all_matches(<text>, "\\\\w")',
        "sort(<list[text]>)",
        "some(<list[text]>, <int>)",
        "some(sample 5: <text>, 2)",
    ),
    "list[int]": (
        "range(<int> % 4)",
        "order(<list[text]>)",
        "sort(<list[int]>)",
        "groups(<list[Mood]>)[0]",
    ),
    "list[float]": ("sort(<list[float]>)", "<list[int]>"),
}

_OF_LISTS = (
    "[<T>, <T>]",
    "[]",
    "(<list[T]> + <list[T]>)",
    "take(<list[T]>, <int>)",
    "drop(<list[T]>, <int>)",
    "reverse(<list[T]>)",
    "unique(<list[T]>)",
    "flatten([<list[T]>, <list[T]>])",
    "(sample 2: <T>)",
    "(sample <int> % 3: <T>)",
    "(sample 3 within { budget: 20 }: <T>)",
)

_OF_ALL = ("(<list[T]> + [<T>])[-1]", "(<list[T]> + [<T>])[0]", "(<list[T]>)[0]")


def element_of(ty: str) -> str | None:
    """Return the type of a list's items; None for other types."""
    match = re.fullmatch(r"list\[(.*)\]", ty)
    return match[1] if match else None


def as_type(ty: str) -> str:
    """Return the name of the program that gives back a value of exactly this type."""
    return "as_" + re.sub(r"\W", "_", ty)


def forms_of(ty: str) -> tuple[str, ...]:
    """Return the forms of values of this type; each draws from others."""
    element = element_of(ty)
    own = _FORMS.get(ty, ())
    if element is not None:
        return (
            *own,
            *(
                form.replace("<T>", f"<{element}>").replace("[T]", f"[{element}]")
                for form in _OF_LISTS
            ),
        )
    return (*own, *(form.replace("<T>", f"<{ty}>").replace("[T]", f"[{ty}]") for form in _OF_ALL))
