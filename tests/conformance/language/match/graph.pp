template mood(review: text) -> "happy" | "angry" | "neutral" """
  {{ review }}
"""

template answer(review: text) """
  {{ review }}
"""

program main(review: text) {
  told = match mood(review): { case "happy": 1 case "angry": "sorry" case other: other }
  reply = match mood(review + "!"): { case "angry": answer(review) else: "Thank you" }
  inside = match mood("a"): {
    case "happy": match mood("b"): { case "angry": 1 case other: other }
    case other: other
  }
  return { told, reply, inside, both: [match mood("c"): { case _: 1 }, match mood("d"): { case _: 2 }] }
}
