"""How the call is written whose arguments the cursor is in."""

from lsprotocol import types as lsp

from pp_lang.lsp.brackets import Frame, Kind
from pp_lang.lsp.chains import read_chain, resolve
from pp_lang.lsp.cursor import Cursor, read_cursor
from pp_lang.lsp.page import Page
from pp_lang.lsp.words import form_of_builtin
from pp_lang.semantics import FunctionTy, Signature
from pp_lang.tools import Form, form_of, show_type

TRIGGERS = ("(", ",")


def signature_help(page: Page, position: lsp.Position) -> lsp.SignatureHelp | None:
    """Return the form of the innermost call around `position`, and which parameter is next."""
    offset = page.offset(position)
    cursor = read_cursor(page.document.text, offset)
    call = next((one for one in reversed(cursor.frames) if one.kind is Kind.CALL), None)
    if call is None:
        return None
    form = _form(page, cursor, call, offset)
    if form is None:
        return None
    parameters = [lsp.ParameterInformation(one) for one in form.parameters]
    signature = lsp.SignatureInformation(form.label, parameters=parameters)
    active = _active(call, form)
    return lsp.SignatureHelp([signature], active_signature=0, active_parameter=active)


def _form(page: Page, cursor: Cursor, call: Frame, offset: int) -> Form | None:
    callee = cursor.tokens[: cursor.tokens.index(call.tokens[0])]
    resolved = resolve(page.document, cursor, offset, callee)
    match resolved.found if resolved is not None else None:
        case Signature() as signature:
            return form_of(signature)
        case FunctionTy(params, result):
            shown = tuple(map(show_type, params))
            label = f"{callee[-1].text}({', '.join(shown)}) -> {show_type(result)}"
            return Form(label, shown, ())
        case _:
            chain = read_chain(callee)
            is_builtin = chain is not None and not chain.steps
            return form_of_builtin(chain.name) if chain is not None and is_builtin else None


def _active(call: Frame, form: Form) -> int:
    """Return the number of the parameter that is written, by its name or its place."""
    words = [token.text for token in call.entry() if token.text != "("]
    if words[1:2] == [":"] and words[0] in form.names:
        return form.names.index(words[0])
    return sum(token.text == "," for token in call.tokens)
