program main(score: float) {
  verdict = score > 0.5 ? "good" : "bad"
  other = "good" if score > 0.5 else "bad"
  return { verdict, other }
}
