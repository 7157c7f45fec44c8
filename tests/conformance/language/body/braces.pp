template ask() """
  {{ "{{" }} name {{ "}}" }}
"""

program main() { return ask() }
