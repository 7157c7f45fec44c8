
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
turn a + "!"
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

program apply[T]( 
program main(name: text) {
  a = greet(name)
}
 rate(q: text) -> int(0..10) """
  {% if len(q) > 3}%}Long: {{ 
}

program 
"""

template angry(q: text) -> b: """
  {{q }}
"""

template text(notes: list[text]) -> text """
  {% for note in not ask( text )
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

program main(
program main(t: text, n: int, b: bool, l: list[text]) {
  v0 ={{ history }n
  return { t, n, v0, b, l }
}
