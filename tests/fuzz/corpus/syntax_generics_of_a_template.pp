template pick[T](items: list[T]) -> text """
  {{ items }}
"""
