template write(topic: text, tone: text = none) """
  {{ topic }} {{ tone }}
"""
program main(topic: text) { return write(topic) }
