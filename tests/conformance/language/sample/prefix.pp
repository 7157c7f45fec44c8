template pitch(topic: text) """
  Write a headline about {{ topic }}.
"""

program main(topic: text = "tea") {
  drafts = sample 8: pitch(topic) { max_tokens: 10 }
  return drafts
}
