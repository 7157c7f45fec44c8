template ask() """
  Said by the user.
  {% system %}
  Said by the system.
"""

program main() { return ask() }
