template greet(name: text) -> text """
  Greet {{ name }}.
""" { max_tokens: 8 }
