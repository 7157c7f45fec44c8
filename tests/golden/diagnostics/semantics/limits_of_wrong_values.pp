template pitch(idea: text) -> text """
  Pitch this: {{ idea }}
"""

program main(ideas: list[text], seconds: int) {
  nothing = sample 4 within { budget: 0 }: pitch("tea")
  never = map idea in ideas within { deadline: "5 s" }: pitch(idea)
  computed = map idea in ideas within { deadline: seconds }: pitch(idea)
  twice = map idea in ideas within { budget: 5, budget: 6 }: pitch(idea)
  return { nothing, never, computed, twice }
}
