"""The mistakes that can be made in tests."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, did_you_mean, rename_fix
from pp_lang.source import Span


@dataclass(frozen=True, slots=True)
class DuplicateTest:
    """Two tests have the same name."""

    code: ClassVar[str] = "duplicate-test"
    name: str
    span: Span
    earlier: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f'There are two tests called "{self.name}"',
            Label(self.span, "this name is taken"),
            "Give this test a name of its own.",
            (Label(self.earlier, "the first is here"),),
        )


@dataclass(frozen=True, slots=True)
class TestWithoutExpectation:
    """A test can never fail, since it expects nothing."""

    code: ClassVar[str] = "test-without-expectation"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f'Test "{self.name}" expects nothing',
            Label(self.span, "it has no `expect`"),
            "Add a line such as `expect result == 3`.",
        )


@dataclass(frozen=True, slots=True)
class UnknownTestTemplate:
    """`answers` names what is no template."""

    code: ClassVar[str] = "unknown-test-template"
    name: str
    span: Span
    visible: tuple[str, ...]

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        listed = ", ".join(f"`{one}`" for one in self.visible)
        help_ = did_you_mean(self.name, self.visible)
        return Diagnostic(
            self.code,
            f"There is no template `{self.name}`",
            Label(self.span, "`answers` is followed by a template or an `extern`"),
            help_ or (f"The templates are {listed}." if listed else "The file has no template."),
            fixes=rename_fix(self.name, self.span, self.visible),
        )


@dataclass(frozen=True, slots=True)
class RepeatedTestLine:
    """A test says twice what it can say once: its cases, or the answers of a template."""

    code: ClassVar[str] = "repeated-test-line"
    what: str
    span: Span
    earlier: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"This test says twice what {self.what}",
            Label(self.span, "said again here"),
            "Put both into one list.",
            (Label(self.earlier, "said first here"),),
        )
