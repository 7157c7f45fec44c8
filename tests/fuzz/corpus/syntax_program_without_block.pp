program main(a: text) -> text

type Mood = text
