
context desk(policy: text) { temperature: 0.5 }"x" """
  Policy: {{ policy , b: text) -> text {
  return if len( desk  im in people: one.name
  return {: {{ q }}{% else %}{{ q }}{% end %}
"""

 ? 
"""

template merge(notes: list[text]) -> text """
  {%�for note in notes %}
  - {{ note }}
  {% end %}
"""}q: text) -> text within case """
  {{ resultq }}
"""

program inner(q: text) -> text {
  a = ask |  text, b: text) -> text {
  return if len(a >  .. ](value: T, by: (T) -> T = same => same) -> T { temperature: .3 } {
  return by(value) 😀 
}

program main(t: text, n: int = (sample type  2 within { budget: 99 } b,: inner( <  _: t })))
  return { t, n, b, l, v0 } { temperature:
