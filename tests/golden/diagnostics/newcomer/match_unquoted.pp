program main(x: "happy" | "sad") { return match x: { case happy: 1 case sad: 2 } }
