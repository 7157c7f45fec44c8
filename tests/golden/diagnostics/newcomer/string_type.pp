type Person {
  name: string
  age: number
  tags: array
}

template extract(bio: String) -> Person """
  Extract the person from: {{ bio }}
  {{ format }}
"""

program main(bio: text) {
  return extract(bio)
}
