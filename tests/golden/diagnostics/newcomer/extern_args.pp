extern look(*args) -> text = "acme.facts:look"
program main(x: text) { return look(x) }
