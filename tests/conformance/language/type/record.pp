type Review {
  mood: "happy" | "angry" "how the writer feels"
  topic: text(max_chars: 40)
}

template judge() -> Review """
  Answer as {{ format }}.
"""

program main() { return judge() }
