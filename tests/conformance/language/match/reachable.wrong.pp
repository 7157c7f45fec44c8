type Mood = "happy" | "angry"

program one(mood: Mood) { return match mood: { case "sad": 0 case "happy": 1 case "angry": 2 } }

program two(mood: Mood) { return match mood: { case "happy": 1 case _: 2 case "angry": 3 } }

program three(mood: Mood) { return match mood: { case "happy": 1 case "angry": 2 else: 3 } }

program of_fields(item: { a: bool, b: bool }) {
  return match item: { case { a: true }: 1 case { b: true }: 2 case { a: true, b: false }: 3 else: 4 }
}
