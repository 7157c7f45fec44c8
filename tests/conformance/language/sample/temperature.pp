template pitch() """
  Write a headline.
"""

program main() {
  one = pitch()
  three = sample 3: pitch()
  set_ = sample 1: pitch() { temperature: 0.2 }
  return { one, three, set_ }
}
