template ask() { max_tokens: 5 } """
  Why?
"""

template free() """
  Why?
"""

program inner() { temperature: 0.1 } { return [ask(), free()] }

program main() { temperature: 0.9, max_tokens: 50, seed: 3 } {
  set_ = inner() { top_k: 7, temperature: 0.2 }
  return [inner(), set_]
}
