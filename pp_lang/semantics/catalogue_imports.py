"""What there is to know about the codes of imports; some need several files."""

from pp_lang.diagnostics import Entry, entry

OF_IMPORTS: dict[str, Entry] = {
    "broken-import": entry('''
A file can be imported only when it has no errors itself, as nothing is known about what a broken
declaration gives. The message names the first errors with their lines; `pp check` of the file shows
all.
---
import "rules.pp"

program main(xs: list[int]) {
  return rules.largest(xs)
}
=== rules.pp
program largest(xs: list[int]) {
  return max(ys)
}
---
import "rules.pp"

program main(xs: list[int]) {
  return rules.largest(xs)
}
=== rules.pp
program largest(xs: list[int]) {
  return max(xs)
}
'''),
    "import-cycle": entry('''
Files that import one another would each have to be known before the other. The message shows the
way round. Put what both need into a file that imports neither.
---
import "a.pp"

program main(x: int) {
  return a.twice(x)
}
=== a.pp
import "b.pp"

program twice(x: int) {
  return b.add(x, x)
}

program same(x: int) {
  return x
}
=== b.pp
import "a.pp"

program add(x: int, y: int) {
  return a.same(x) + y
}
---
import "a.pp"

program main(x: int) {
  return a.twice(x)
}
=== b.pp
program add(x: int, y: int) {
  return x + y
}
'''),
    "import-not-found": entry('''
The module is not there or cannot be read. A text is the path of a file, from the folder of the
importing one; a dotted name is a module of `std` or of an installed package.
---
import "not_there.pp" as gone

program main(xs: list[text]) {
  return gone.best(xs)
}
---
program main(xs: list[text](min_items: 1)) {
  return xs[0]
}
'''),
    "unknown-member": entry('''
Behind the name of an import stands what its file declares: programs, templates, contexts and types.
Names that begin with `_` stay inside their file, and what a file imports is not passed on.
---
import "rules.pp"

program main(xs: list[int]) {
  return rules.larges(xs)
}
=== rules.pp
program largest(xs: list[int]) {
  return max(xs)
}
---
import "rules.pp"

program main(xs: list[int]) {
  return rules.largest(xs)
}
'''),
}  # fmt: skip
