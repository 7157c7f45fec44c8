template ask() { temperature: 1 } """
  Why?
"""

program main() {
  one = ask()
  same_seed = map i in range(2): ask() { seed: 7 }
  return { one, same_seed }
}
