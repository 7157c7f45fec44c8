type Mood = "happy" | "angry"

type Note { words: text, mood: Mood }

context desk(policy: text) """
  Policy: {{ policy }}
"""

template ask(question: text) -> text within desk """
  {{ question }}
"""

model own = "fake"

program loud(word: text) { return _twice(word + "!") }

program _twice(word: text) { return word + word }
