template greet(age: int) -> text """
  {% if age > 60 %}Dear{% else %}Hi{% else if age > 18 %}Hey{% end %}
"""
