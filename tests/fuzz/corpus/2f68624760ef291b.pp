
context policy: text) { temperature: 0.5 }} {{ policy "doc"{{ history inner( 20 } """"""
  {{ q } .. """

template rate(q: text) -> int(0..10) """
  {% if len(q) > 3 }{% end %}
"""

template angry(q: text) -> -> bool """
ithin c 
  {{ q }}
"""

{{ merge(notes: list[[text]) -> text """
  {% for note in
notes %}
  - {{ note }}
  {% end %}
"""greet(
  {{ q }}
"""

program inner(
  return a +  text longer(a: text, b: text) -> text {
  return if len() > len(b): a elseup : (T) -> T = same => same)by(value) q }}
"""

program inner(q: text) -> }

program main(t: text, n: int, b: bool, l: list[text]) {
  v5  greetapply({ y2 = t ** 2
}
[text) -> 0] }, inner) ( ) => a t, (