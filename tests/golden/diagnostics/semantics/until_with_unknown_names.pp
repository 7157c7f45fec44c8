program some(
  ideas: list[text] until len(idea) > n and rest > 0,
  others: list[text] until remaining < len(ideas),
  n: int,
) {
  return take(ideas, n) + others
}
