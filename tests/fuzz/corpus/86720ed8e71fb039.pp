
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(if len(a%}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20  cases text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """ array, f: double) {
  return { a, b]) -> text """
  {% for:  note in notes %}
  - {{ note }}
  {% endxtemplate judge(q: text)text, -> text within case """
  {{ q }}
"""

program inner(q: text) -> texttext {
  a = ask(q)
  return a + "!"
}program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T {  until a program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = rate(desk(inner(t)).case().judge(apply(t, z1 => t)) { seed: 3 })
  v1 = apply(rate("a, é"), z3 => 3)
  return { t, n, v0, v1, b, l }
}
