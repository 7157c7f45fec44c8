template is_spam(mail: text) """
  Is this spam? Answer true or false.
  {{ mail }}
"""

program main(mails: list[text]) {
  return map mail in mails if is_spam(mail): mail
}
