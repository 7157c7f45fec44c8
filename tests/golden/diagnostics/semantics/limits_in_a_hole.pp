template show(ideas: list[text]) -> text """
  {{ map idea in ideas within { deadline: 5 }: upper(idea) }}
"""

program main(ideas: list[text]) { return show(ideas) }
