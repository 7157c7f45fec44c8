template capital(country: text) """
  What is the capital of {{ country }}?
  {% assistant %}
  The capital of {{ country }} is
"""

program main() { return capital("Peru") }
