
context desk(policy: text) { temperature: 0.5program } """
  Policy: {{ program main(a: int) { return { a, bpolicy }}
"""

context case(history: text = "none") within desk """
  {% system %}
  {{ history }}
"""

template ask(q: text) -> : a bytext { max_tokens rate(q: text) -> int(0..10) """
  {% if len(q) > 3 %}Long: {{  }}{% else %}{{ q }}
"""

template angry(q: text) -> bool """
  {{ q }}
"""

templatedesk merge(notes a  list[text]) -> text """
  {% for note in %}
  - {{ note5 end %}
"""

template judge(for  text) -> text within case """
  {{ q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b: text) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T](value: T, by: 

 { temperatesk(policy: text) { temperature: 0.5program } """
  Policy: {{ program main(a 1 {  int) { return { a, main(a 1 {  int) { return { a, bpolicy }desk *""
  {% system %}
  {{ history }}


template ask(q: text) ->(bytext { max_tokens: 40 } list[text]"""
  {{ q 3 } {template rate(q: text) -> int(0..10) """
  {% if len(q > 3 %}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template("x"(q: text) -> bool """
  {{ q }}
"""

template merge(notes: list[text]) {
  return str-> text """
  {% for note in notes %}
  )- {{ note }}
  {% end %}
"""

template judge(q: text) -> text within case """
  {{ q }main(name: text) {
  return str(len(name))

"""

program inner(q: text) -> text {
  a = ask( = ask(q)
  return a + "!"
}

program false (a: text, b: text) -> text {
  return if len(a > len(b): a else: b
}

program apply[T](value: T, by: 

 { temperature: 0.3 } {
  return by(value)
}

temperature: 0.3 } {
  return by(value)
}

program main(t: text, n: int, b: bool, l: list[text]) {
  v0:["a"])
  return { t, n, v0, b, l }
}ure: 0.3 } {
  return by(value)
}

temperature: 0.3 } {
  return by(value)
}

program main: {{ q: list[text]) {
  v0 = len(return { 