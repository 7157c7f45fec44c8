"""The mistakes that can be made in tests."""

from dataclasses import dataclass
from typing import ClassVar

from pp_lang.diagnostics import Diagnostic, Label, Severity, did_you_mean, rename_fix, replace_fix
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
    """A test passes whatever the program gives, since it expects nothing."""

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
            severity=Severity.WARNING,
        )


@dataclass(frozen=True, slots=True)
class UnusedGiven:
    """What a test runs is looked at by none of its expectations."""

    code: ClassVar[str] = "unused-given"
    name: str
    span: Span

    def diagnostic(self) -> Diagnostic:
        """Return the message."""
        return Diagnostic(
            self.code,
            f"`{self.name}` is never looked at",
            Label(self.span, "no line after this one reads it"),
            f"Expect something of it, or call it `_{self.name}`.",
            severity=Severity.WARNING,
            fixes=replace_fix(self.span, f"_{self.name}", is_safe=False),
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
