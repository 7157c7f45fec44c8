program one(item: text until item != "") { return item }

template two(items: list[text] until len(items) > 2) """
  {{ items }}
"""
