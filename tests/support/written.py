"""Hypothesis strategies for files of every form that the grammar has, whatever they mean."""

from hypothesis import strategies as st

RULES = {
    "module": ("$declaration $declaration*", "$doc $declaration*"),
    "declaration": (
        "import $place", "import $place as $name",
        "type $name = $type", "type $name $fields",
        "context $name $params $parent? $options? $body",
        "template $name $params $output? $parent? $options? $body",
        "program $name $generics? $params $output? $options? $block",
        "program $name $params { return $expr }",
        'extern $name $params $output = "module:name" $options?',
        'model $name = "m" $options?',
        'test "name" { $line* }', 'test "name" { $line+ }',
    ),
    "place": ('"a.pp"', "$path"),
    "path": ("$name", "$name . $name"),
    "generics": ("[ $name ]", "[ $name , $name ]"),
    "params": ("( )", "( $param,+ )"),
    "param": ("$name : $type", "$name : $type $default? $until?"),
    "default": ("= $expr",),
    "until": ("until $expr",),
    "output": ("-> $type",),
    "parent": ("within $path",),
    "options": ("{ }", "{ $option,+ }"),
    "option": ("$name : $expr",),
    "line": (
        "answers $path : $expr", "cases $expr as $name", "cases $listing as $name",
        "given $expr as $name", "expect $expr", "expect soft $expr", "expect soft",
    ),
    "type": (
        "$path", "$literal", "- 1", "$path ( 1 .. - 2 , max : 3 )",
        "list [ $type ]", "list [ $type ] ( min_items : 1 )", "( $type )", "( $type ) ?",
        "$path | ( $type )", "( $type ) | $literal | $path", "$fields",
        "( ) -> $type", "( $type,+ ) -> $type",
    ),
    "fields": ("{ $field+ }",),
    "field": ("$name : $type", '$name : $type "doc" ,'),
    "expr": (
        "$name", "$literal", "( $expr )", "( $expr ) $operator ( $expr )",
        "$atom $operator $atom $operator $atom", "not $closed", "- $closed",
        "( $expr ) . $name", "( $expr ) [ $expr ]", "$name ( $arg,* ) $options?",
        "( $expr ) ( )", "$listing", "{ }", "{ $entry,+ }", "$block",
        "if $closed : $expr else : $expr", "if $atom : $expr else if $atom : $atom else : $expr",
        "match $closed : { $case+ }", "match $closed : { $case+ else : $expr }",
        "map $name in $closed $filter? $limits? : $expr",
        "sample $closed $limits? : $expr",
        "repeat $name $history? = $expr up to $closed $limits? $stop? : $expr",
        "reduce $closed with $path by $name $limits? $options?",
        "$name => $expr", "( ) => $expr", "( $name , $name ) => $expr",
    ),
    "atom": ("$name", "$literal"),
    "closed": ("$name", "$literal", "$name ( $closed )", "( $expr )"),
    "listing": ("[ ]", "[ $expr,+ ]"),
    "arg": ("$expr", "$name : $expr"),
    "entry": ("$name", "$name : $expr"),
    "block": ("{ $doc? $binding* return $expr }",),
    "binding": ("$name = $expr",),
    "case": ("case $pattern : $expr", "case $pattern | $pattern : $expr"),
    "pattern": ("$name", "$literal", "- 1", "{ $part,+ }"),
    "part": ("$name", "$name : $pattern", "$name : $pattern | $pattern"),
    "filter": ("if $closed",),
    "limits": ("within $options",),
    "history": ("with $name",),
    "stop": ("until $closed",),
    "doc": ('"""Doc."""',),
    "body": ('""""""', '"""x"""', '"""\n {{ a }} {# # #}\n {% if b %}y{% end %}\n"""'),
    "literal": ('"s"', '"# no\\n"', "1", "2.5", "1_000", "true", "false", "none"),
    "name": (
        "a", "b", "é", "x1", "_", "text", "int", "list", "tree",
        # Words that are only words of the language in their places.
        "soft", "by", "with", "within", "until", "up", "to", "as", "case", "cases", "given",
        "expect", "answers", "type", "model", "test", "import", "extern", "for", "end", "user",
    ),
    "operator": (
        "or", "and", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "//", "/", "%", "in",
        "not in",
    ),
}  # fmt: skip
"""For each thing its forms: words, and `$things`, `?` for perhaps, `*` and `+` for several.

A comma before them stands between the several, and perhaps after the last. The first two forms
are simple, so what is deep enough ends with one of them.
"""
_SIMPLE = 2
_DEEPEST = 14
_KEPT_WHOLE = frozenset(("body", "doc", "literal"))


@st.composite
def written_files(draw: st.DrawFn) -> str:
    """Draw a file; it is no program where a name reads as a word of the language."""
    gaps = st.sampled_from([" "] * 20 + ["\n", "\n\n", " # note\n", "\n\n# note\n", "\r\n"])
    return "".join(piece for word in _words(draw, "module", 0) for piece in (word, draw(gaps)))


def _words(draw: st.DrawFn, thing: str, depth: int) -> list[str]:
    forms = RULES[thing] if depth < _DEEPEST else RULES[thing][:_SIMPLE]
    form = draw(st.sampled_from(forms))
    if thing in _KEPT_WHOLE:
        return [form]
    words: list[str] = []
    for part in form.split():
        words += _thing_words(draw, part[1:], depth + 1) if part.startswith("$") else [part]
    return words


def _thing_words(draw: st.DrawFn, part: str, depth: int) -> list[str]:
    name = part.rstrip("?*+,")
    mark = part.removeprefix(name)
    if mark == "":
        return _words(draw, name, depth)
    least, most = int("+" in mark), 1 if mark == "?" else 3
    words: list[str] = []
    for index in range(draw(st.integers(least, most))):
        words += [","] if index and "," in mark else []
        words += _words(draw, name, depth)
    return [*words, ","] if words and "," in mark and draw(st.booleans()) else words
