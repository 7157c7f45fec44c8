template greet(mood: "happy" | "sad") -> text """
  {% if mood == "joyful" %}Hurray{% end %} you.
"""
