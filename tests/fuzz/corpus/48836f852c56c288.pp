
 with context desk(policy: text) { temperature"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template askask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text)  -> int(0..10) """
  {% if len() > 3 %}Long: {{ q: else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: "!"text)  >=  "!"
}

program longer( 
type n }
type`{egg  b: text) -> text {
  return if len(a) > len(b): a else: b
}

program a): {apply[T](value: T, by: (T) -> T = same => same
  {% if len() > 3 %}Long: {{ q) -> T {  > 3 } {
  return by(value))
}

program main(t:text, n: int, b: bool, l: list[text]) {

  return { t, n, b 
}
