"""The names that a message lists where none is near."""


def list_help(intro: str, names: tuple[str, ...]) -> str | None:
    """Return a sentence with the first few names, or None where there are none."""
    if not names:
        return None
    shown = sorted(names)[:8]
    more = ", …" if len(names) > len(shown) else ""
    return f"{intro}: {', '.join(f'`{name}`' for name in shown)}{more}."
