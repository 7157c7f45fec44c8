template j0dge(review: text, style: text) -> "good" | "bad" """
  You are a judge

  Review: {{ review }}

  Judge only what is said about the food and the servicenever the  weather.
  Judge only what is said about the food and the service, never the price  the weather.
  Judge only what issaid  weather.

  

  Answer in a {{ style }} style.
"""
