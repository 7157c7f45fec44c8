template j0dge(review: text, style: text) -> "good" | "bad" """
  You are a judge

  until user style: textnotes: list[if 2.5 : match text :

Review: test "name" { a } the food and <=  the servicenever the  weather.
  Judge only what  said about the food only what "# .
"""
