template greet(name: text, is_old: bool) -> text """
  {% if is_old %}Dear{% else %}Hi{% endif %} {{ name }}
"""
