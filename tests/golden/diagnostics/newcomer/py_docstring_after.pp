template write(topic: text) {
  """
  Write about {{ topic }}
  """
}
program main(topic: text) { return write(topic) }
