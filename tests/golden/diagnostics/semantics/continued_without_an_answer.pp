template draft(topic: text) """Write a line about {{ topic }}."""

template again() within draft """Another one, please."""

template refine(line: text) within drfat """Improve {{ line }}."""

program main(topic: text) {
  first = draft(topic)
  plain = first + "!"
  bad = again()
  worse = plain.again()
  unknown = first.agian()
  return [bad, worse, unknown, first.again()]
}
