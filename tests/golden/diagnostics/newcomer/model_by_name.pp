model gpt = "gpt-4o-mini" { temperature: 0.2, max_width: "8" }

template ask(question: text) -> text { model: gtp } """
  {{ question }}
"""

program main(question: text) {
  return ask(question)
}
