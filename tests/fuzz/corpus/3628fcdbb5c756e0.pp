template greet(name: text) -> text """
  {# a note to myself
  Greet {{  