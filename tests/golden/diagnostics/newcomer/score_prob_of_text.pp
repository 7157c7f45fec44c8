template draft(t: text) """
  {{ t }}
"""
program main(t: text) { return draft(t).probability }
