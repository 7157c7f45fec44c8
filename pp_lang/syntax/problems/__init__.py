"""The mistakes that the form of a file can have."""

from pp_lang.syntax.problems.block_problems import (
    MisplacedElse,
    MissingElse,
    MissingReturn,
    UnnamedValue,
    ValueAfterReturn,
)
from pp_lang.syntax.problems.body_problems import (
    TAGS,
    MisplacedTag,
    MissingBody,
    UnknownTag,
)
from pp_lang.syntax.problems.bracket_problems import (
    Unclosed,
    UnclosedBody,
    UnclosedString,
    UnclosedTag,
    Unmatched,
)
from pp_lang.syntax.problems.literal_problems import (
    NumberTooLarge,
    UnknownEscape,
    WrongQuotes,
)
from pp_lang.syntax.problems.unexpected_problems import (
    DECLARATIONS,
    TEST_LINES,
    MisplacedWord,
    MissingMark,
    QuotedName,
    ReservedWord,
    TooDeeplyNested,
    UnexpectedEnd,
    UnexpectedText,
    UnknownDeclaration,
    UnknownOperator,
    WrongMark,
)

__all__ = [
    "DECLARATIONS",
    "TAGS",
    "TEST_LINES",
    "MisplacedElse",
    "MisplacedTag",
    "MisplacedWord",
    "MissingBody",
    "MissingElse",
    "MissingMark",
    "MissingReturn",
    "NumberTooLarge",
    "QuotedName",
    "ReservedWord",
    "TooDeeplyNested",
    "Unclosed",
    "UnclosedBody",
    "UnclosedString",
    "UnclosedTag",
    "UnexpectedEnd",
    "UnexpectedText",
    "UnknownDeclaration",
    "UnknownEscape",
    "UnknownOperator",
    "UnknownTag",
    "Unmatched",
    "UnnamedValue",
    "ValueAfterReturn",
    "WrongMark",
    "WrongQuotes",
]
