template draft(topic: text) """
  Write about {{ topic }}.
"""

template other(topic: text) """
  Write about {{ topic }}.
"""

program shorter(line: draft) -> text { return line }

program main(topic: text) { return [shorter(topic), shorter(other(topic))] }
