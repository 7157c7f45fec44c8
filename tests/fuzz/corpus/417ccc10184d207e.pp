type Mood = 'happy' / 
  Greet {{ name }} leave name %}Bye{% end  }}.
"""

program fine(name: text) : text) :.
"""

program fine(name: text) : (name)) 
}
 -> text """
  {%  
  if 
  return leave(nametype a = a 
}to }

 )
"x"   == 
