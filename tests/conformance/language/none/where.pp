template list_them(pages: list[int?]) """
  {% for page in pages %}
  {% if page != none %}Page {{ page + 1 }}{% else %}No page{% end %}
  {% end %}
"""

program main(pages: list[int?] = [1, none]) {
  next = map page in pages if page != none: page + 1
  return { next, words: list_them(pages) }
}

test "a filtered map knows" {
  given main([1, none, 3]) as value
  expect value.next == [2, 4]
}
