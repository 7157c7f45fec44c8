template show(ideas: list[text] until len(ideas) > 2) -> text """
  {{ ideas }}
"""

program count_of(idea: text until idea != "") { return len(idea) }

program main(ideas: list[text], by: (text) -> bool until true) {
  return map idea in ideas if by(idea): show([idea]) + text(count_of(idea))
}
