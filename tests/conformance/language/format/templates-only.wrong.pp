context desk() """
  {{ format }}
"""

program main() { return format }
