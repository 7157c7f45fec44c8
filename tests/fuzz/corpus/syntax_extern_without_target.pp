extern count(words: text) -> int

type Mood = text
