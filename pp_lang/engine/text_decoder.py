"""Tokens of an answer to text: whole characters only, and never a part of a stop string."""

import codecs


class TextDecoder:
    """Turns the bytes of one answer into text as they come."""

    def __init__(self, stop: tuple[str, ...] = (), *, skip_spaces: int = 0) -> None:
        """Decode an answer that ends before the first of `stop`.

        Up to `skip_spaces` spaces in front are dropped: the prompt already ends with them.
        """
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._stop = tuple(s for s in stop if s)
        self._skip_spaces = skip_spaces
        self._done: list[str] = []
        self._kept = ""
        self.is_stopped = False
        """True once a stop string was found; nothing is taken any more."""

    @property
    def text(self) -> str:
        """All text so far, what is kept back included."""
        return "".join(self._done) + self._kept

    def feed(self, data: bytes) -> str:
        """Take more bytes and return the text that is certain now."""
        return self._take(self._decoder.decode(data), is_last=False)

    def finish(self) -> str:
        """Return what was kept back; broken bytes at the end become U+FFFD."""
        return self._take(self._decoder.decode(b"", final=True), is_last=True)

    def _take(self, new: str, *, is_last: bool) -> str:
        if self.is_stopped:
            return ""
        if self._skip_spaces and new:
            new = self._without_spaces(new)
        if not self._stop:
            if new:
                self._done.append(new)
            return new
        text = self._kept + new
        end = self._find_stop(text)
        if end is None:
            end = len(text) if is_last else len(text) - self._num_undecided(text)
            self._kept = text[end:]
        else:
            self.is_stopped = True
            self._kept = ""
        self._done.append(text[:end])
        return text[:end]

    def _without_spaces(self, new: str) -> str:
        rest = new.lstrip(" ")
        dropped = min(len(new) - len(rest), self._skip_spaces)
        self._skip_spaces = 0 if rest else self._skip_spaces - dropped
        return new[dropped:]

    def _find_stop(self, text: str) -> int | None:
        """Where the stop string begins that ends first: token borders make no difference."""
        found = [(at + len(stop), at) for stop in self._stop if (at := text.find(stop)) >= 0]
        return min(found)[1] if found else None

    def _num_undecided(self, text: str) -> int:
        """Length of the longest end of `text` that a stop string could begin with."""
        longest = 0
        for stop in self._stop:
            for size in range(min(len(stop) - 1, len(text)), longest, -1):
                if text.endswith(stop[:size]):
                    longest = size
                    break
        return longest
