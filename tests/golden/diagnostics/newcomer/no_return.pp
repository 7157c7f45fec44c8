template joke(topic: text) -> text """
  Tell a joke about {{ topic }}.
"""

program main(topic: text) {
  joke(topic)
}
