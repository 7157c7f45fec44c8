"""Short answers out of long texts: what votes and checks compare."""

program numeric(answer: text) -> float? {
  """The last number in the text, commas between thousands left out (as for GSM8K, Cobbe et al., 2021)."""
  found = find_all(answer, "-?[0-9][0-9,]*(?:\\.[0-9]+)?")
  return if len(found) > 0: number(replace(found[-1], ",", "")) else: none
}

program boxed(answer: text) -> text? {
  """What stands in the last `\boxed{…}`, with one level of braces inside (as for MATH, Hendrycks et al., 2021)."""
  found = find_all(answer, "\\\\boxed\\{((?:[^{}]|\\{[^{}]*\\})*)\\}")
  return if len(found) > 0: trim(found[-1]) else: none
}

program choice(answer: text) -> text? {
  """The last letter A to J that stands alone, one after "answer" or "choice" first (as for MMLU, Hendrycks et al., 2021)."""
  said = find_all(answer, "(?i:answer|choice)(?i: is)?[ :*(]*([A-J])\\b")
  alone = find_all(answer, "\\b([A-J])\\b")
  return if len(said) > 0: said[-1] else if len(alone) > 0: alone[-1] else: none
}
