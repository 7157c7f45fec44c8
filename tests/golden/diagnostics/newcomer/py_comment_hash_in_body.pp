template write(topic: text) """
  # A title
  {{ topic }}  {# fine #}
  {{ topic # comment }}
"""
program main(topic: text) { return write(topic) }
