template write(topic: text) """
  Write about {{ topic }}.
"""

program main(topics: list[text], n: int) {
  one = sample 3 within { budget: 0 }: write("tea")
  two = sample 3 within { budget: n }: write("tea")
  three = sample 3 within { budget: 3, budget: 4 }: write("tea")
  four = map topic in topics within { timeout: 3 }: write(topic)
  return [one, two, three, four]
}
