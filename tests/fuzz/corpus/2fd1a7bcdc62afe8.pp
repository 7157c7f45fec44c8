type Mood = 'happy' / 
  Greet  name }} leave name %}Bye{% end  }}.
"""

program
}
 text) : text) :.
"""

program fine(name: text) : (name)) 
}
 -> ��xt """
  {%  
  if 
  return leave( a = a 
}to }

 )
"x"   == 
