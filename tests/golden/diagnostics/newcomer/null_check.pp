type Found { page: int | null, quote: text(max_chars: 80) }

template find(question: text) -> Found """
  {{ question }} {{ format }}
"""

program main(question: text) {
  found = find(question)
  return if found.page !== null && found.page > 10: found.quote else: null
}
