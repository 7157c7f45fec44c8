template t(x: text) """
  {{ x ~ "!" }}
"""
program main(x: text) { return t(x) }
