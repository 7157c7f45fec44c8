template longer(draft: text) { max_tokens: 30 } """
  Make this longer: {{ draft }}
"""

program main() {
  none_ = repeat draft = "start" up to 100 within { budget: 1 }: longer(draft)
  counted = repeat n = 0 up to 100 within { budget: 40 }: n + min([1, len(longer(text(n)))])
  return [none_, counted > 0 and counted < 100]
}
