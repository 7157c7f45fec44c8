type Mood = "happy" | "angry"

program of_mood(mood: Mood) { return match mood: { case "happy": 1 } }

program of_text(word: text) { return match word: { case "a": 1 } }

program of_record(one: { mood: Mood, n: int }) { return match one: { case { mood: "happy" }: 1 case { n: 1 }: 2 } }

program of_numbers(n: int(1..3)) { return match n: { case 1: "one" case 3: "three" } }
