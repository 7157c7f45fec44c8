context desk() """
  Desk
"""

program main(word: text) {
  office = desk() { temperature: 1 }
  return { loud: upper(word) { temperature: 1 }, reply: office.ask() { temperature: 1 } }
}

template ask() -> text within desk """
  Why?
"""
