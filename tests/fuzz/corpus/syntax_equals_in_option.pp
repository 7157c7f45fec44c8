template greet(name: text) -> text { temperature = 0.5 } """
  Greet {{ name }}.
"""
