template joke(topic: text) -> text { maxTokens: 60, temp: 0.7 } """
  Tell a joke about {{ topic }}.
"""

program main(topic: text) {
  return joke(topic) { model: "gpt-4", temperature: "hot" }
}
