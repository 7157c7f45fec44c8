template ask(question: text) """
  {{ question }}
"""

program main(heat: float, name: text) {
  return [ask("Why?") { temperature: heat }, ask("Why?") { model: name }]
}
