type Mood = "happy" | "angry"
type A = text(min: 3)
type B = int(1..3, max: 4)
type C = int(5..1)
type D = Mood(max_chars: 3)
type E = int(min: 0.5)
type F = list
type G = set[int]
