"""What checking found out about places in the text, for editors; it changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pp_lang.semantics.signatures import Signature
from pp_lang.semantics.ty import (
    DeclaredAt,
    FieldTy,
    ListTy,
    RecordTy,
    Ty,
    UnionTy,
    plain,
)
from pp_lang.semantics.typed_nodes import (
    TypedBlock,
    TypedExpr,
    TypedIf,
    TypedList,
    TypedMap,
    TypedRecord,
    TypedSample,
)
from pp_lang.source import Span
from pp_lang.syntax import Ident, RecordExpr


@dataclass(slots=True)
class Trace:
    """Types and definitions by place."""

    types: dict[Span, Ty] = field(default_factory=dict)
    """The types of names: where values are defined, and where something stands behind a dot."""
    targets: dict[Span, DeclaredAt] = field(default_factory=dict)
    """Where a field or a member is named, to where it is declared."""
    _literals: dict[Span, RecordExpr] = field(default_factory=dict)
    """The records written out, for the places of the names in them."""

    def member(self, name: Span, ty: Ty, declared: Iterable[FieldTy] = ()) -> None:
        """Note what stands behind a dot, or in a pattern: its type, and the field that it is."""
        self.types[name] = ty
        for one in declared:
            if one.place is not None:
                self.targets[name] = one.place
                return

    def call(self, name: Span, signature: Signature) -> None:
        """Note what is called behind a dot."""
        self.types[name] = signature.result
        self.targets[name] = DeclaredAt(signature.home.file, signature.span)

    def literal(self, expr: RecordExpr) -> None:
        """Note a record that is written out."""
        self._literals[expr.span] = expr

    def wanted(self, typed: TypedExpr, ty: Ty) -> None:
        """Note that a value is used as a `ty`, which says what its written fields are."""
        match typed:
            case TypedRecord():
                self._fields_wanted(typed, plain(ty))
            case TypedList(items):
                for element in _elements(ty):
                    for item in items:
                        self.wanted(item, element)
            case TypedMap(body=body) | TypedSample(body=body):
                for element in _elements(ty):
                    self.wanted(body, element)
            case TypedIf(_, then, otherwise):
                self.wanted(then, ty)
                self.wanted(otherwise, ty)
            case TypedBlock(_, result):
                self.wanted(result, ty)
            case _:
                pass

    def _fields_wanted(self, typed: TypedRecord, ty: Ty) -> None:
        written = self._literals.get(typed.span)
        names: dict[str, Ident] = {}
        for one in written.fields if written is not None else ():
            names.setdefault(one.name.text, one.name)
        for record in ty.members if isinstance(ty, UnionTy) else (ty,):
            if isinstance(record, RecordTy) and names.keys() == {f.name for f in record.fields}:
                for declared in record.fields:
                    self.member(names[declared.name].span, declared.ty, (declared,))
                for name, value in typed.fields:
                    found = record.find(name)
                    if found is not None:
                        self.wanted(value, found.ty)
                return


def declared_fields(ty: Ty, name: str) -> list[FieldTy]:
    """Return the fields called `name` of the records that a value of `ty` may be."""
    match plain(ty):
        case RecordTy() as record:
            found = record.find(name)
            return [found] if found is not None else []
        case UnionTy(members):
            return [one for member in members for one in declared_fields(member, name)]
        case _:
            return []


def _elements(ty: Ty) -> list[Ty]:
    ty = plain(ty)
    members = ty.members if isinstance(ty, UnionTy) else (ty,)
    return [one.element for one in members if isinstance(one, ListTy)]
