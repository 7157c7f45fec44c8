template joke(topic: text) -> text """
  Tell a joke about {{ topic }}.
""" { max_tokens: 60, temperature: 0.7 }

program main(topic: text) {
  return joke(topic)
}
