"""Text that others wrote, as a message may show it."""

MOST_CHARS = 200


def one_line(text: str) -> str:
    """Return text from outside on one line, short and with nothing invisible in it."""
    line = " ".join(text.split())
    line = "".join(char if char.isprintable() else "\ufffd" for char in line)
    return line if len(line) <= MOST_CHARS else f"{line[:MOST_CHARS]}..."


def said_by(error: BaseException) -> str:
    """Return what kind of exception it is, and what it says."""
    try:
        text = one_line(str(error))
    except Exception:  # an exception that cannot even be shown
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
