template draft(topic: text) """
  Write about {{ topic }}.
"""

template again() within draft """
  Again.
"""

template alone() """
  Alone.
"""

program main(topic: text) {
  first_ = draft(topic)
  longer = first_ + "!"
  return [again(), longer.again(), first_.alone(), first_.again().again()]
}
