template write(topic: text) { max_tokens: 30 } """
  Write about {{ topic }}.
"""

program main() {
  few = sample 100 within { budget: 300 }: write("tea")
  no = map topic in ["a", "b"] within { budget: 1 }: write(topic)
  return [len(few) > 0 and len(few) < 100, len(no) < 2]
}
