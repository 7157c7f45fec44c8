"""Tests: what is scripted, run and expected, each with its type."""

from collections.abc import Iterable

from pp_lang.semantics.check_exprs import ExprChecker
from pp_lang.semantics.scope import Scope
from pp_lang.semantics.scripted_answers import check_answers
from pp_lang.semantics.signatures import Signature
from pp_lang.semantics.test_problems import (
    DuplicateTest,
    RepeatedTestLine,
    TestWithoutExpectation,
    UnknownTestTemplate,
    UnusedGiven,
)
from pp_lang.semantics.ty import ListTy, plain
from pp_lang.semantics.type_problems import WrongType
from pp_lang.semantics.typed_nodes import (
    CaseTable,
    CheckedTest,
    Expectation,
    ScriptedAnswers,
    TypedBinding,
    TypedList,
)
from pp_lang.source import Span
from pp_lang.syntax import (
    CasesLine,
    ExpectLine,
    Expr,
    GivenLine,
    Ident,
    LiteralExpr,
    Path,
    RecordExpr,
    ScriptedLine,
    TestDecl,
)

_TABLE = "a test's table"
_ANSWERING = ("template", "extern")


def check_tests(exprs: ExprChecker, tests: Iterable[TestDecl]) -> dict[str, CheckedTest]:
    """Return the tests by name, in the order of the file."""
    checked: dict[str, CheckedTest] = {}
    for test in tests:
        name = test.name
        if name.text in checked:
            earlier = checked[name.text].span
            exprs.problems.append(DuplicateTest(name.text, name.span, earlier))
            continue
        checked[name.text] = _TestChecker(exprs).check(test)
    return checked


class _TestChecker:
    """Checks one test. Its cases are known to all its lines, a given to those after it."""

    def __init__(self, exprs: ExprChecker) -> None:
        self._exprs = exprs
        self._scope = Scope()
        self._read: set[str] = set()

    def check(self, test: TestDecl) -> CheckedTest:
        scripted = self._scripted([one for one in test.lines if isinstance(one, ScriptedLine)])
        cases = self._cases([one for one in test.lines if isinstance(one, CasesLine)])
        givens: list[TypedBinding] = []
        expectations: list[Expectation] = []
        names: list[Ident] = []
        for line in test.lines:
            if isinstance(line, GivenLine):
                value = self._exprs.infer(line.value, self._scope)
                self._take_used()
                self._exprs.define(line.name, value.ty, self._scope)
                givens.append(TypedBinding(line.name.text, value, line.span))
                names.append(line.name)
            elif isinstance(line, ExpectLine):
                condition = self._exprs.condition(line.condition, self._scope)
                expectations.append(
                    Expectation(condition, self._take_used(), line.is_soft, condition.span)
                )
        if not expectations:
            self._exprs.problems.append(TestWithoutExpectation(test.name.text, test.name.span))
        else:
            self._exprs.problems += [
                UnusedGiven(one.text, one.span)
                for one in names
                if one.text not in self._read and not one.text.startswith("_")
            ]
        return CheckedTest(
            test.name.text,
            tuple(answers for one, answers in scripted if one.kind == "template"),
            cases,
            tuple(givens),
            tuple(expectations),
            test.name.span,
            tuple((one.key, said.answers) for one, said in scripted if one.kind == "extern"),
        )

    def _take_used(self) -> tuple[str, ...]:
        """Return the names that the line just checked has looked up."""
        names = tuple(sorted(self._scope.used))
        self._scope.used.clear()
        self._read.update(names)
        return names

    def _scripted(self, lines: list[ScriptedLine]) -> list[tuple[Signature, ScriptedAnswers]]:
        seen: dict[str, Span] = {}
        scripted: list[tuple[Signature, ScriptedAnswers]] = []
        for line in lines:
            template = self._template(line.template)
            if template is None:
                continue
            if template.key in seen:
                what = f"`{line.template.text}` answers"
                problem = RepeatedTestLine(what, line.span, seen[template.key])
                self._exprs.problems.append(problem)
                continue
            seen[template.key] = line.span
            scripted.append((template, self._answers(template, line.answers)))
        return scripted

    def _answers(self, callee: Signature, answers: Expr) -> ScriptedAnswers:
        """Return what a template answers, or what a function of Python gives."""
        result, scope = plain(callee.result), Scope(only_values_in=_TABLE)
        if isinstance(answers, LiteralExpr | RecordExpr):
            given = self._exprs.infer(answers, scope)
            help_ = "They are a list, one for each call: `[…]`."
            self._exprs.problems.append(
                WrongType(answers.span, given.ty, f"`{ListTy(result)}`", help_)
            )
            none = TypedList((), ListTy(result), answers.span)
            return ScriptedAnswers(callee.key, none, frozenset())
        if callee.kind == "template":
            return check_answers(self._exprs, callee.key, answers, result, scope)
        typed = self._exprs.check(answers, ListTy(result), scope)
        return ScriptedAnswers(callee.key, typed, frozenset())

    def _template(self, path: Path) -> Signature | None:
        """Return the template or function of Python at `path`, reporting what is neither."""
        signatures = self._exprs.signatures
        names = [one.text for one in path.names]
        if names[0] in signatures.missing:
            return None
        space = signatures.namespaces.get(names[0]) if len(names) == 2 else signatures
        callables = space.callables if space is not None and len(names) <= 2 else {}
        found = callables.get(names[-1])
        if found is None or found.kind not in _ANSWERING:
            visible = tuple(name for name, one in callables.items() if one.kind in _ANSWERING)
            self._exprs.problems.append(UnknownTestTemplate(path.text, path.span, visible))
            return None
        return found

    def _cases(self, lines: list[CasesLine]) -> CaseTable | None:
        if not lines:
            return None
        for extra in lines[1:]:
            problem = RepeatedTestLine("its cases are", extra.span, lines[0].span)
            self._exprs.problems.append(problem)
        rows = self._exprs.infer(lines[0].rows, Scope(only_values_in=_TABLE))
        element = self._exprs.element(rows, "cases")
        self._exprs.define(lines[0].name, element, self._scope)
        return CaseTable(lines[0].name.text, rows, element, lines[0].name.span)
