
context desk(poli{%cy: text) { temperature: 0.5 }type Mood = 'happy'  'happy' | 'sad'

template greet(name text)"""
  name }}.
LPAR"""

template leave(name: text) -> text """
  {% if name %} {{ name }}.
"""

program  type a = a nametext]text) {
  return "  leave(name)
}

program main(name: text) {
  a = greet(name)
}
 rate(q: text) -> int(0..10) """
  {% if , > 3}%}Long: {{ 
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

program longer(a: text, b type  len(a) -> }%}text {
  return if len(a)q }}
"""

program inner(q: text) -> text {
  a = expect row return  a + "!"
}

program longer( text, b type  len(a) -> text {
  return if len(a [ a ]  apply[T]( list [ a ]  = pitch()) {
   0.3 } { a a a a a : text, n: int, b: bool, l: list[text]) {5 }type Mood = 'happy' | 'sad'

template
  v0 ={{ history }n
  return { t, n, v0, b, l }
}
