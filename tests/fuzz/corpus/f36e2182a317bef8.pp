
context desk(policy:"""
  {% systemdesk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0 2.5 Long: {{ q }}{% else else %}{{ until a {% end %}
"b"

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

template judge(q: text) -> text within case ""z""""
   """""" }

program longer(a: text, b: text) -> text {
  return if by  list[text])!(T) -> T = same => same) -> !(T) -> T = same => same) -> T { temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b 1_000  bool, ltext, n

 list[text]) {
  v0 = (({ y1 = b :  [y1, y1][] } or not apply(b, z1 => b)) or not b)
  v1 = t
  return { t, v1, n, b, v0, l }
}
