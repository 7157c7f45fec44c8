extern look(x: text) -> text = "acme.facts.look"
program main(x: text) { return look(x) }
