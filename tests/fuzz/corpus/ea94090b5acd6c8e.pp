
context desk(poli{%cy: text) { temperature: 0.5 }type Mood = 'happy' | 'sad'

template greet(name text)"""
  name }}.
LPAR"""

template leave(name: text) -> text """
  {% if name %} {{ name }}.
"""

program fine(nametext]text) {
  return "  leave(name)
}

program main(name: text) {
  a = greet(name)
}
 rate(q: text) -> int(0..10) """
  {% if len(q) > 3}%}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> b: """
  {{ q }}
"""

template text(notes: list[text]) -> text """
  {% for note in not ask(q)
  return a + "!"
}

program longer(> 3}%}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> b: """
  {{ q }}
"""

template text(notes: a: text, b type  len(a) -> text {
  retud'

template greet(name text)"""
  name }}.
LPAR"""

template leave(name: text) -> text """
  {% if name %} {{ name }}.
"""

program fine(nametext]text) {
  return "  leave(name)
}

program main(name: text) {
  a = greet(name)
}(q: text) -> int(0..10) """
  {% if len(q) > 3}%}Long: {{ q }}{% else %}{{ q }}{% end %}
"""

template angry(q: text) -> b: """
  {{ q }}
"""

template text(notes: list[text]) -> text """
  {% for note in not ask(q)
  return a + "!"
}

program longer(a: text, b type  len(a) -> text {
  return if len(a)q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b type  len(a) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T]( list [ a ]  = pitch()) {
   0.3 } {
  return by(value)
}

program mrn if len(a)q }}
"""

program inner(q: text) -> text {
  a = ask(q)
  return a + "!"
}

program longer(a: text, b type  len(a) -> text {
  return if len(a) > len(b): a else: b
}

program apply[T]( list [ a ]  = pitch()) {
   0.3 } {
  return by(value)
}

program main(
program main(t: text, n: int, b: bool, l: list[text]) {
  v0 ={{ history }n
  return { t, n, v0, b, l }
}
