"""Short answers out of long texts: what votes and checks compare."""

program numeric(answer: text) -> float? {
  """The last number in the text, commas between thousands left out (as for GSM8K, Cobbe et al., 2021)."""
  found = all_matches(answer, "-?[0-9][0-9,]*(?:\\.[0-9]+)?")
  return if len(found) > 0: number(replace(found[-1], ",", "")) else: none
}

program boxed(answer: text) -> text? {
  """What stands in the last `\boxed{…}`, with one level of braces inside (as for MATH, Hendrycks et al., 2021)."""
  found = all_matches(answer, "\\\\boxed\\{((?:[^{}]|\\{[^{}]*\\})*)\\}")
  return if len(found) > 0: trim(found[-1]) else: none
}

program choice(answer: text) -> text? {
  """The last letter A to J that stands alone, one after "answer" or "choice" first (as for MMLU, Hendrycks et al., 2021)."""
  said = all_matches(answer, "(?i:answer|choice)(?i: is)?[ :*(]*([A-J])\\b")
  alone = all_matches(answer, "\\b([A-J])\\b")
  return if len(said) > 0: said[-1] else if len(alone) > 0: alone[-1] else: none
}

program json_path(answer: text, path: text) -> text? {
  """What stands at a path such as `people[0].name` in the JSON of the text, which may have words around it (JSONPath, RFC 9535, 2024)."""
  return json_at(answer, path)
}

program verdict(answer: text) -> bool? {
  """Whether the last word "yes" or "no" is "yes"; "correct" and "incorrect" count too (verification, Zhang et al., 2024)."""
  found = all_matches(lower(answer), "\\b(yes|no|correct|incorrect)\\b")
  return if len(found) == 0: none else: found[-1] in ["yes", "correct"]
}

program after(answer: text, mark: text) -> text? {
  """What follows the last `mark`, such as "Answer:", on its line (answer extraction, Kojima et al., 2022)."""
  parts = split(answer, mark)
  said = lines(parts[-1])
  return if len(parts) < 2 or len(said) == 0: none else: said[0]
}
