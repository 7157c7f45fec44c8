type Mood = "happy" | "angry"
template judge(t: text) -> Mood """
  {{ t }}
"""
program main(t: text) {
  mood = judge(t)
  return match mood: {
    case "hapy": 1
    case "angry": 2
  }
}
