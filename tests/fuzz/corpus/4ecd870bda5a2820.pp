
context desk(ry }}
"""

template ask(q:  up  -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if if a : a else if a : a else : a  len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template 

program(q: text) ->   a a > len(b a else: b
}

list[text]) -> text """
  {% for note in notes %} 2 - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{!q }}
(q: text) -> text {
  a = ask(q)
  return a + "!"
(a: text, b: , # beside a parameter
  tone: text = "plain") -> text { ) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value:policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q:  up  -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if if a : a else if a : a else : a  len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template 

program(q: text) ->   a a > len(b a else: b
}

list[text]) -> text """
  {% for note in notes %} 2 - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{!q }}
(q: text) -> text {
  a = ask(q)
  return a + "!"
(a: text, b: , # beside a parameter
  tone: text = "plain") -> text { ) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T =  => same) -> T { temperature: 0.3 }0.3 } {
  return by(value)
}

program main(t: text, n:int, b: bool, l: list[text]) {
  v3 = program apply[T](value: T, by: (T) ["a"]
  v1 = b
  v2 = (if (3 < len(l)): "a, é" else: t)
  v0 = 3 } {
  return by(value)
}

program main(t({ y2 = (n < n) return [(b or not b), y2][0] } or not apply(true,in <=  c, l, v3 }
}
