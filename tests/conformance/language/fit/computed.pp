template list_them(items: list[text], most: int(1..9)) -> text """
  {{ items }}, {{ most }}
"""

program room(items: list[text]) -> int(20..200) {
  wanted = 20 * len(items) + 20
  return min([200, wanted])
}

program within(n: int, share: float(0..1)) -> list[int(1..9)] {
  kept = max([1, min([9, n])])
  return [kept, abs(-kept), if n > 3: 3 else: kept, round(share * 4) + 1, n % 9 + 1, kept // 2 + 1]
}

program items_of(n: int(0..9)) -> list[int(1..9)] {
  return map i in range(n): i + 1
}

program ask(items: list[text], n: int(1..8)) {
  return list_them(items, n + 1) { max_tokens: min([200, 20 * len(items) + 20]), temperature: n / 8 }
}

test "values within their bounds" {
  given [room([]), room(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])] as rooms
  given [within(7, 0.5), within(-7, 1.0)] as all
  given items_of(3) as items
  expect rooms == [20, 200]
  expect all == [[7, 7, 3, 3, 8, 4], [1, 1, 1, 5, 3, 1]]
  expect items == [1, 2, 3]
}
