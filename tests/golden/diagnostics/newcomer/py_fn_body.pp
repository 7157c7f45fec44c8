program main(topic: text):
  draft = write(topic)
  return draft
