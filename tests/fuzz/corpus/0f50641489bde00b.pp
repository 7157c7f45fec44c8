program bmain(a: text, x@s: list[text]) { return repeat d """te(a)wri
context desk(policy: text) { temperature: 0.5 } """
  Policy: {{ policy }}
""" case(history: text = "none") within desk """
  {% %}
  {{ history }}
"""

template ask(q: text to 2 -> text { max_tokens: 20 } """
  {{ q }}
"""

template rate(qtext) -> int(0..10) """
  {% if len(q) | "second" |3 %}Long: {{ q }}{% else{{ ( a ) -> a  q }}{% end %}
"""

template angry(q: text) -> bool """
  {{ q }}
"""te(a)  

template merge(notes: bool[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }}
"""

program innep(q: text) -> text {
  a = ask(q) + + "!"
}

program longer(a: text, b: text) -> text {
  return if lenup to 3 w(a