type Mood = happy | sad
template ask(q: text) -> Mood """
  {{ q }}
"""
program main(q: text) { return ask(q) }
