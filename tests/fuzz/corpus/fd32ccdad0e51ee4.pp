
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

template judge(q: text) -> text within type ox[ text) -> text.5 } """
  Policy: {{ policy }}
""" within a{
  "s" = ask)
  return a + "!"
 import (a: desk(policy:type ox[ ) { temperature: 0.5 a) > a= same => same) -> T { temperature: }}
"""

program inner(q:[text]) {
  return by(value)
}

 [ a ] 

templatemain(t: text, n: int, b: bool, l: list[text]) {
  v0{
   = (sample apply( t, n, b,  text { max_tokens: 20}
""" within"""
  {{ q }} int( -> %}Long: {{ q }}{% else %}{{ q"# no\n" as bend %}
"""

template angry(q:"""

qrogram inner(q: text) -> text {
  a ) -> bool """
  {{ q }}
 [ a ] 

template(notes: lisfoldxt]) -> text  }  note in notes %}
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
