type Mood = "happy"
type Mood = "sad"
