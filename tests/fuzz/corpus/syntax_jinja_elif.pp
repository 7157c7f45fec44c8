template greet(age: int) -> text """
  {% if age > 60 %}Dear{% elif age > 18 %}Hi{% else %}Hey{% end %}
"""
