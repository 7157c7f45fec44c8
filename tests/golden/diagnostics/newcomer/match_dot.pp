program main(x: "happy" | "sad") { return match x: { case Mood.happy: 1 case Mood.sad: 2 } }
