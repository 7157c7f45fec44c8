template greet( name: text, age: int, mood: text = "happy") -> text """
  {{ name  }} {{  {
  