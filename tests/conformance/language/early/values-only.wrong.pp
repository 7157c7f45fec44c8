template is_good(items: list[text]) -> bool """
  {{ items }}
"""

program direct(items: list[text] until is_good(items)) { return items }

program through(items: list[text] until judged(items)) { return items }

program judged(items: list[text]) { return is_good(items) }

program no_bool(items: list[text] until len(items)) { return items }
