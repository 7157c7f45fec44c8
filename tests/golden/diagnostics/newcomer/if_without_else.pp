template reply(mail: text) -> text """
  Answer this mail: {{ mail }}
"""

program main(mail: text, is_urgent: bool) {
  answer = if is_urgent: reply(mail)
  return answer
}
