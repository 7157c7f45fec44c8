template ask(question: text) { max_tokens: 9 } """
  {{ question }}
"""

program main(heats: list[float(0..2)] = [0.0, 0.5], most: int(1..9) = 3) {
  return map heat in heats: ask("Why?") { temperature: heat, max_tokens: most, stop: [text(heat)] }
}
