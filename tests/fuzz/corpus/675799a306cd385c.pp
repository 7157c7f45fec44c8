context desk(policy: text) """
  {{ policy }}
"""

program main(a: text) {
  return desk(a) == desk(a)
}
