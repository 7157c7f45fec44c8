template merge(notes: list[text]) -> text """
  {% for note in notes %}
  - {{ note }}
  {% end %}

  Judge only what is said about the food and the service, never the price and the weather.
  Judge only what is said about the food and the service, never the price and the weather.
  Judge only what is said about the food and the service, never the price and the weather.
"""
