context desk(policy: text) """
  {{ policy }}
"""

context case(history: text) within desk """
  {{ history }}
"""

template judge(review: text) -> text within case """
  {{ review }}
"""

template greet(name: text) -> text within desk """
  {{ name }}
"""

program main(policy: text, histories: list[text], review: text) {
  office = desk(policy)
  verdicts = map history in histories: {
    file = office.case(history)
    return [file.judge(review), file.greet("Bob")]
  }
  direct = desk(policy).case("none").judge(review)
  return { verdicts, direct }
}
