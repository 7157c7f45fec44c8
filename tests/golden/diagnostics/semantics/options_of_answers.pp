type Person = { name: text, age: int }

template person(story: text) -> Person """Who is in {{ story }}? {{ format }}"""

template mood(story: text) -> "happy" | "sad" """The mood of {{ story }}?"""

program main(story: text, heat: float) {
  a = person(story) { begin: "{" }
  b = mood(story) { answer: "angry" }
  c = mood(story) { temperature: heat }
  d = mood(story) { temperature: story }
  return [a.name, b, c, d]
}
