type Verdict { mood: "happy" | "neutral" | "angry" }

program main(verdict: Verdict) {
  return verdict.mood == "angy"
}
