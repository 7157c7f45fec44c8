template j0dge(review: text, style: text) -> "good" | "bad" """
  You are a judge

  until user : if 2.5 : match text :

Review: test "name" { a } the food and the servicenever the  weather.
  Judge only what is said about the food and the service, never the price  the weather.
  Judge only what "# .
"""
