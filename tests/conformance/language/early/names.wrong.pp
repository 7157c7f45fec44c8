program some(items: list[int] until len(others) > remaining, others: list[int] until len(items) > n, n: int) {
  return items + others
}
