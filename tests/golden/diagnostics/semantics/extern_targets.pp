extern dotted() -> int = "acme.words.count"
extern path() -> int = "acme/words.py:count"
extern called() -> int = "acme.words:count()"
extern nothing() -> int = ""
extern no_name() -> int = "acme:2nd"
extern right() -> int = "acme.words:Counter.count"

program main() {
  return dotted() + path() + called() + nothing() + no_name() + right()
}
