"""What contexts and templates are within: contexts, and answers whose conversation goes on."""

from collections.abc import Mapping

from pp_lang.diagnostics import Problem
from pp_lang.semantics.name_problems import UnknownContext
from pp_lang.semantics.signatures import Signatures
from pp_lang.semantics.ty import (
    AnswerTy,
    ContextTy,
)
from pp_lang.semantics.value_problems import Cycle
from pp_lang.syntax import (
    ContextDecl,
    Path,
    TemplateDecl,
)


class ParentChecker:
    """Checks what contexts and templates are within."""

    def __init__(
        self,
        contexts: Mapping[str, ContextDecl],
        templates: Mapping[str, TemplateDecl],
        signatures: Signatures,
        problems: list[Problem],
    ) -> None:
        self._contexts = contexts
        self._templates = templates
        self._signatures = signatures
        self._problems = problems

    def declare_contexts(self) -> None:
        """Note how contexts nest, before anything can mention them."""
        contexts = self._contexts
        for name, declaration in contexts.items():
            ancestors: list[str] = []
            parent = declaration.parent
            while parent is not None and parent.text in contexts:
                if parent.text == name or parent.text in ancestors:
                    path = (name, *ancestors, parent.text)
                    if name == min(path):  # once for each circle
                        self._problems.append(Cycle("Context", path, declaration.name.span))
                    break
                ancestors.append(parent.text)
                parent = contexts[parent.text].parent
            above = [self._signatures.key(one) for one in ancestors]
            outside = self._imported_context(parent)
            if outside is not None:
                above += [outside.name, *outside.ancestors]
            self._signatures.contexts[name] = ContextTy(self._signatures.key(name), tuple(above))
        for one in contexts.values():
            self._check_parent(one.parent)

    def declare_conversations(self) -> None:
        """Note which templates continue the answers of which others."""
        templates = self._templates
        for name, declaration in templates.items():
            above: list[str] = []
            parent = declaration.parent
            while parent is not None and parent.text in templates:
                if parent.text == name or self._signatures.key(parent.text) in above:
                    path = (name, *(one.removeprefix(self._signatures.prefix) for one in above))
                    if name == min(path):  # once for each circle
                        self._problems.append(
                            Cycle("Template", (*path, parent.text), declaration.name.span)
                        )
                    break
                above.append(self._signatures.key(parent.text))
                parent = templates[parent.text].parent
            outside = self._imported_template(parent)
            if outside is not None:
                above += outside.conversation
            self._signatures.conversations[name] = tuple(above)
            self._check_parent(declaration.parent, may_be_template=True)

    def _check_parent(self, path: Path | None, *, may_be_template: bool = False) -> None:
        """Report a parent that is no context, and no template where that may be one."""
        if path is None or path.names[0].text in self._signatures.missing:
            return
        declared = self._find(path)
        is_context = isinstance(declared, ContextDecl) or self._imported_context(path) is not None
        is_template = (
            isinstance(declared, TemplateDecl) or self._imported_template(path) is not None
        )
        if not is_context and not (may_be_template and is_template):
            templates = tuple(self._templates) if may_be_template else ()
            visible = tuple(self._contexts)
            self._problems.append(UnknownContext(path.text, path.span, visible, templates))

    def _imported_context(self, path: Path | None) -> ContextTy | None:
        if path is None or len(path.names) != 2:
            return None
        module = self._signatures.namespaces.get(path.names[0].text)
        return module.contexts.get(path.last.text) if module is not None else None

    def _imported_template(self, path: Path | None) -> AnswerTy | None:
        if path is None or len(path.names) != 2:
            return None
        module = self._signatures.namespaces.get(path.names[0].text)
        found = module.callables.get(path.last.text) if module is not None else None
        if found is None or not isinstance(found.result, AnswerTy):
            return None
        return found.result if found.kind == "template" else None

    def parent_key(self, path: Path | None) -> str | None:
        """Return the key of the context or template at `path`, None where there is none."""
        context, template = self._imported_context(path), self._imported_template(path)
        if context is not None:
            return context.name
        if template is not None:
            return template.template
        declared = self._find(path) if path is not None else None
        is_parent = isinstance(declared, ContextDecl | TemplateDecl)
        return (
            self._signatures.key(declared.name.text) if is_parent and declared is not None else None
        )

    def _find(self, path: Path) -> ContextDecl | TemplateDecl | None:
        return self._contexts.get(path.text) or self._templates.get(path.text)
