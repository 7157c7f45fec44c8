"""The vocabulary of the pretend model: every byte, some common words, some JSON, four control
tokens."""

import re

CONTROL = ("<|system|>", "<|user|>", "<|assistant|>", "<|end|>")
CHAT_TEMPLATE = (
    "{% for message in messages %}<|{{ message.role }}|>\n{{ message.content }}<|end|>\n"
    "{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>\n{% endif %}"
)
_WORDS = """
able about above across after again air all almost along always amber another answer any apple
around ask autumn away back basket be because bell best better big bird blue boat book both bread
bridge bright brown but calm can candle care carry cedar change chart circle city clear clever close
cloud coast cold colour come cool copper corner could count cover day deep different door down draw
dream dry each early earth easy east eight end enough even ever every example eye fair fall far farm
field find fine fire first fish five flower fly follow food forest four free fresh friend from full
garden gentle give glass go gold good great green ground grow hand happy harbour hard have head hear
heart help here high hill hold home hope house how idea if island join just keep kind know lake land
large last late leaf learn left letter life light like line list little long look low make many map
market may meadow mean mind moon more morning most mountain move much music name near need neutral
never new next night no north note now number ocean of old on one only open orange order other our
out over own page paper part path people piece pine place plain plan plant play point quick quiet
rain reach read ready red rest right river road rock roof room round sail same sand say sea second
see seed seven shadow sharp ship short show side silver simple six sky slow small snow soft some
song soon south spring stand star start still stone story street strong summer sun sure take tall
ten text than that their then there these thing think this three time today together town tree true
turn two under until up use valley very voice wait walk warm watch water way well west what wheel
when where while white who why wide wild wind window winter wise with wood word work world year
yellow yes young angry false null
"""
ANSWER_WORDS = tuple(_WORDS.split())
_COMMON = (
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "for",
    "in",
    "is",
    "it",
    "the",
    "to",
    "was",
    "you",
    "I",
)
_JSON = ('{"', '":"', '":', '","', ',"', '"}', '["', '"]')

_RUN = re.compile(r'\{"|":"|":|","|,"|"\}|\["|"\]| ?[A-Za-z]+|.', re.DOTALL)
_CONTROL = re.compile("(" + "|".join(re.escape(name) for name in CONTROL) + ")")


class FakeVocabulary:
    """Ids of the pretend model: bytes 0 to 255, then control tokens, then words."""

    def __init__(self) -> None:
        words = [*ANSWER_WORDS, *_COMMON]
        texts = [*words, *(f" {word}" for word in words), *_JSON]
        self.control = {name: 256 + index for index, name in enumerate(CONTROL)}
        self._ids = {text: 260 + index for index, text in enumerate(texts)}
        self.names = [*(bytes([value]) for value in range(256)), *(n.encode() for n in CONTROL)]
        self.names += [text.encode() for text in texts]
        """The text of each token; control tokens by their name."""
        self.answer_words = tuple(self._ids[word] for word in ANSWER_WORDS)
        self.spaced_words = tuple(self._ids[f" {word}"] for word in ANSWER_WORDS)
        self.word_ranges = (
            (self.answer_words[0], len(ANSWER_WORDS)),
            (self.spaced_words[0], len(ANSWER_WORDS)),
        )
        """First id and number of the words without and with a space in front."""
        self.assistant = self.control["<|assistant|>"]
        self.end = self.control["<|end|>"]

    def __len__(self) -> int:
        return len(self.names)

    def id_of(self, text: str) -> int | None:
        """Return the token that stands for exactly `text`, if there is one."""
        if len(text) == 1 and ord(text) < 128:
            return self._ids.get(text, ord(text))
        return self._ids.get(text)

    def tokenize(self, text: str, *, special: bool) -> list[int]:
        """Return the tokens of `text`."""
        if not special:
            return self._plain(text)
        tokens: list[int] = []
        for index, part in enumerate(_CONTROL.split(text)):
            tokens += [self.control[part]] if index % 2 else self._plain(part)
        return tokens

    def text_of(self, tokens: list[int]) -> str:
        """Return the text of `tokens`, control tokens by their name."""
        names = self.names
        return b"".join([names[token] for token in tokens]).decode("utf-8", "replace")

    def _plain(self, text: str) -> list[int]:
        tokens: list[int] = []
        ids = self._ids
        for run in _RUN.findall(text):
            token = ids.get(run)
            if token is not None:
                tokens.append(token)
            else:
                tokens += run.encode("utf-8", "surrogatepass")
        return tokens
