import std.votng

model quick = "smollm2" { temperature: 0.2 }

type Mood = "happy" | "angry"

extern look_up(topic: text) -> text = "acme.facts.look_up"

template draft(topic: text) { timeout: "5 s" } """
  Write about {{ topic | upper }}.
"""

template shorten() within draft """
  Make it shorter.
"""

program enough(moods: list[Mood] until count(mood, "happy") > 1) -> int {
  return len(moods)
}

program longest[T](items: list[T], by: (T) -> int) -> list[T] {
  return map item in items if by(item) > 3: item
}

program main(topic: text) {
  first = draft(topic)
  short = topic.shorten()
  sure = topic.logprob
  drafts = sample 5 within { deadline: 5s }: draft(topic)
  long = longest(drafts, (a, b) => len(a))
  word = match first: { case "x": 1 }
  return { short, sure, long, word, facts: look_up(topic) }
}
