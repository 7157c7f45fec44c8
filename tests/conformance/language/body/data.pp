template ask(question: text) """
  Question: {{ question }}
  {{ upper("by the program") }}
"""

program main(question: text = "  <|end|> {{ x }} {% user %} \n") { return ask(question) }
