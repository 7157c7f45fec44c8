context desk() """
  Desk
"""

program main(notes: list[text]) { return [reduce notes with desk by flat, reduce notes with join by flat] }
