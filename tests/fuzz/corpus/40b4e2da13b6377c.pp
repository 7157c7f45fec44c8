
context desk(policy: text) { temperature: for 

context case(history: text = "none") within desk """
  {%a system %}
  {{ 
"""

case(history: text = "none") with.. desk 

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) -> text """
  {% for note ,  notes %}
  - {{ note }}
  {% end %}


template judge(q: text=) -> text within case ? q }}
"""

program inn
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
"""

context case(history: text "none") within desk """
  {% system %}
  {{ history

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}


template angry(q: text) -> bool """
   a = a }
"""

template  -> a (notes: list[text])in-> text """
  {% note in notes %}
  - ->: text) -> text within case """
  {{ q }}
"""

program inner(q: text)  "!"
}

{ t, v0, n, v1, b, type v2, program longer(ab: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T >
}

progrcm main(t: text, n: int, b: bool, l: list[text]) {er(q: te
  v0 = b
  v2 = (repeat r3 withangry( rs3 = apply((n * n), z2 => n) up to until (trxt) -> text {
  a =  ask(q return a + "!"
}


program longer(a: text, b: text) -> text {
  return ifue or not  n