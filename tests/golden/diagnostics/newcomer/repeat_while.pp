template draft(topic: text) -> text """
  Draft a text about {{ topic }}.
"""

template is_good(text_: text) -> bool """
  Is this good? {{ text_ }}
"""

program main(topic: text) {
  result = repeat {
    d = draft(topic)
  } until is_good(d)
  return result
}
