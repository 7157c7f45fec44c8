template list_all(items: list[text]) -> text """
  Items: {{ items | join(", ") }}
  First: {{ items | first | upper }}
"""

program main(items: list[text]) {
  return list_all(items)
}
