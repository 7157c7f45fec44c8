template qa(q: text) -> int """
  {{ q }}
"""
program main(q: text) {
  predict = ChainOfThought(qa)
  return predict(question=q).answer
}
