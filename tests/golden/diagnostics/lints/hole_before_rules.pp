template judge(review: text, style: text) -> "good" | "bad" """
  You are a judge of reviews.

  Review: {{ review }}

  Judge only what is said about the food and the service, never the price and the weather.
  Judge only what is said about the food and the service, never the price and the weather.
  Judge only what is said about the food and the service, never the price and the weather.

  Answer in a {{ style }} style.
"""
