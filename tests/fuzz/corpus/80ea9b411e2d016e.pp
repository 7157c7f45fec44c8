context desk(policy: text) """
  {{ policy }}
"""

context lab(notes: text) """
  {{ notes }}
"""

program inner(place: desk) {
  return place
}

program main(a: text) {
  return inner(lab(a))
}
