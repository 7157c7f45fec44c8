extern def look(x: str) -> str: "acme.facts:look"
program main(x: text) { return look(x) }
