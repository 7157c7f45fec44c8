template mood(review: text) -> "happy" | "angry" | "neutral" """
  {{ review }}
"""

template answer(review: text) """
  {{ review }}
"""

program main(review: text) {
  told = match mood(review): { case "happy": 1 case "angry": "sorry" case other: other }
  reply = match mood(review + "!"): { case "angry": answer(review) else: "Thank you" }
  return { told, reply }
}
