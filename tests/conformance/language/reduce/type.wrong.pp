template one(note: text) """
  {{ note }}
"""

template number_of(notes: list[text]) -> int """
  {{ notes }}
"""

template more(notes: list[text], style: text) """
  {{ notes }}, {{ style }}
"""

template fold_(so_far: text, next: int) """
  {{ so_far }}, {{ next }}
"""

program main(notes: list[text]) {
  return [
    reduce notes with one by flat,
    text(reduce notes with number_of by tree),
    reduce notes with more by flat,
    reduce notes with fold_ by fold,
  ]
}
