
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }) within desk """"""
  {% system a : a a a %}
  {{ history }}
"""

template list[text]) {
  v0 = (sample  apply(n,ask(q: text) -> text { max_tokens: 20 } -> a q }}
"""

template rate"""

template rate(q: text)  text { max_tokens: 20}
""" within """
  {{ q }} int(0..10) """
  {% if len(q) > 3 %}Long: {{ q }}{% else %}()

program inner(q: text) -> text {
  a ) -> bool """
  {{ q }}
 [ a ] 

template(notes: lisfoldxt]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> """
  Policy: {{ policy }}q }}
 [ a ] 

template(otes: lisfoldxt]) -> text  }  note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text.5 } """
  Policy: {{ policy }}
""" within a{
  "s" = ask)
  return a + "!"
 import (a: desk(policy: text) { temperature: 0.5 } a) > len(b): (sample apply(, )}
 -> T = same => same) -> T { temperature: }}
"""

progrl,"s"else :
{ x1 : not ( { b
 v0( }
}
