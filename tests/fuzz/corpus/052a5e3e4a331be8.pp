
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk " > 3 %}Long: {{���������������������������������������������� ��������������������� q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(*otes: list[text]) -> text """
  {% for note in notes %}
  - st "name"

# note
{

# note
given until as x1 } import until {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v3 = true
  v1 = apply(n, z3 => z3)
  v0 = (apply((sample n: t), z2 => ["a"]))[0]
  v2 = (if { y2 = angry(v0) return [b, y2][0] }: apply([0]) else: apply("a, é", z2 => (if b: t else: t)))
  return { t, v0, v2, n, v1, b, v3, l }
}
