
context desk(policy:
""" text) { temperature: 0.5 } """
    {{ policy }}
"""

context case(history:  model a a ( a ) a  history }}
"""

template ask(q: text) -> text { max_tokens: 20 }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long:  => {{ q }}{% else %}{{ q } =}{% end %}
"""

template # pp: allow unused-declaration
type Kept = text
type _Meant = text

context angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> {
  a = ask(q)
  return a }

program longer(a: text, b:  none text {
  return if len(a text, b:  none text {
  return if len(a reduce a with a by a up to  a a > len(b a else: b
}

program apply[T](value: T,T, by: (T) -> T = same => same) -> T  end0.3 }return [b, review
  return by(value)}

program main(t: text, n: int, b: bool, l: list[text]) {
  rs2 = (map x1 in z3: x1) up to 2 until true: ]))
  v2 = (repeat test "name" { a } r3qwith rs3 = "a, é" up to 2 until { { y2 = (b and b) return [(b or not b), y2][0] }:}: (repeat r2 r2 with rs2 = (match n + 0: { case 1: rs3[-1] case _: t ))
  v2 }) up-1] case _: t ))
  v2 }) up to 2 until program n
  return { t, v2, n,v2, n, v1, b, l, v0 }
}
