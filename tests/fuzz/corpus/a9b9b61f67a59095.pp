template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}

  Judge  what is said about the food     the service, never the price and the { } weather.
  service, never the price .
  Judge only only what is said about thefood and the service, never the price and the weather.
"""
