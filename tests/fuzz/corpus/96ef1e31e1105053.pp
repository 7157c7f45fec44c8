type Mood = 'happy' / 
  Greet {{ name }}.
"""

template leave (name: text) : text) -> text """
  {%  name %}Bye{% end }}.
"""

program fine(name: text) : text) : text) -> text """
  {% if 
  return leave(name)
}

 )
}
