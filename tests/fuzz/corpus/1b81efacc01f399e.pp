
context desk(policy:->  text) { temperature: { temperature: { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = desk """
  {%{% system %}
  {{  }}
"""

template ask(q: text) -> text { 

rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else  text%}{{ q }}{% end %}
"""
r note in notes %}
  -ool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {%for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) ->  n, v0 within case """ ( a ) 
  {{ q }}
"""

program inner(q: text) -> text {
  a = return a + "!"
}

program longer(a: text, b: text) -> text {policy:
  return if not 
}

program apply[T](value:  same) -> T { program main(t: text, n: int, b: bool, l: list[text]) {
  v1 = b
  v0 = (repeat r3 with rs3 = (3 * 3) up to 2 until (if (b and b): b else: b): ((n * n) * rs3[-1]))
  v2 = or = true return [true, y3][00] }
  return { t, n, v0, b, v1, v2, l }
}
