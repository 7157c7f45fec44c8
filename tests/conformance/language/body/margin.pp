template ask() """

    Two lines
      and one more to the right

    after an empty one.

"""

program main() { return ask() }
