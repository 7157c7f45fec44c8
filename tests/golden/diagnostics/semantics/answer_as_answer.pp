type Pair = { first: draft, second: text }

template draft(topic: text) """Write about {{ topic }}."""

template pair(topic: text) -> Pair """Write two about {{ topic }}. {{ format }}"""

program main(topic: text) {
  return pair(topic)
}
