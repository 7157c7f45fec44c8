"""Words of which one is wanted."""


def any_of(words: tuple[str, ...]) -> str:
    """Return the words as a choice: `a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} or {words[-1]}"
