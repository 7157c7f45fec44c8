"""The entries of the mistakes with the calibration of answers."""

from pp_lang.diagnostics import Entry, entry

OF_CALIBRATION: dict[str, Entry] = {
    "calibrated-writing": entry('''
Calibration corrects the log-likelihoods of the options of a closed set. An answer that the model
writes has no options that could be compared.
---
template describe(review: text) -> text { calibrate: "prior" } """
  Describe the mood of this review: {{ review }}
"""
---
template describe(review: text) -> "happy" | "angry" { calibrate: "prior" } """
  Describe the mood of this review: {{ review }}
"""
'''),
    "calibrated-alone": entry('''
`calibrate: "batch"` compares an answer with those to the other items of the map around it. Outside
a map there are no others; `"prior"` compares with the same prompt without its data instead.
---
template is_happy(review: text) -> bool { calibrate: "batch" } """
  Is this review happy? {{ review }}
"""

program main(review: text) {
  return is_happy(review)
}
---
template is_happy(review: text) -> bool { calibrate: "batch" } """
  Is this review happy? {{ review }}
"""

program main(reviews: list[text]) {
  return map review in reviews: is_happy(review)
}
'''),
    "nothing-left-out": entry('''
`calibrate: "prior"` asks the same prompt again with its data left out, which are the holes of the
template. A template without holes would be compared with itself.
---
context reading(review: text) """
  A review: {{ review }}
"""

template is_happy() -> bool within reading { calibrate: "prior" } """
  Is it happy?
"""
---
template is_happy(review: text) -> bool { calibrate: "prior" } """
  A review: {{ review }}
  Is it happy?
"""
'''),
}
