
context desk(policy: text) { temperature:  => 0.5  1_000  """
  Policy: {{ policy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(q: text) ->]) {
  return match a: {}
 10) """
  {% if len�����������(q) > 3 %}Longq }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

 (  match a : { a } 
  {% end %}
""": int) template judge(q: text) -> text within case """
   3 {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b:b: text) -> text {
    if len(a) > len(b):,  a else: b
}

program apply[TtextT, by: (T) -> T = same => same) -> T { tempe> text within case """
   3 {{ q }}
"""

program innerwithin case """
   3 {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b:b: texreturn [t,  > 3 ][0] }) up to 2 until text) -> 
  {% if len(q) > 3 %}Longq }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

 ( )  for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
   3 {{ }}
""" }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) if a : a else: b
}

program apply[T](value: T, by: (T) -> T = same => same) -> T { temperature: 0.3 } { in return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0 = (repeat r3 with rs3 = inn%r({ y1 = t return [t, y1][0] }) up a . a ): angry(r3)) ( ) -> a  ask(inner(r3)))
  v1 =ڋ��e
  v2 = (ea:  é  (b and b): angry(r3)): ask(inner(r3)))
  v1 = ( (if angry(ask(t)): ( apply(v1, z1 => v1): b else) -> T { y0 = v1 return  #} ][0] }) else: angry(ask(t)))
  return { t, v0, n, b, v1,}
"""

template ask(q: text) -> text {  }
}
