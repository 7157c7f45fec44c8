template ask() { stop: "." } """
  Why?
"""

program main() { return [ask(), ask() { stop: ["!", "?"] }] }
