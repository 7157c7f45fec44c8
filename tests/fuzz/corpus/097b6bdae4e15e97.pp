
context desk(policy: desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within by: (Tdesk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }{
   merge(notes: list[text]) -> text list[text])
  {% for note in notes %}
  - {{ note) {
  return a ** 2
}
}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }} end inner( 
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by:T, by: (T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, ltext, n

 list[text]) {
  v0 = (({ y1 = b return [y1, y1][] } or not apply(b, z1 => b)) or not b)
  v1 = t
  return { t, v1, n, b, v0, l }
}
