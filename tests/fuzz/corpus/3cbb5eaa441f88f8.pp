type Mood = "happy" | "sad"
model large = "large.gguf"

# pp: allow unused-declaration
type Kept = text
type _Meant = text

context desk(policy: text, year: int) """
  {{ policy }}
"""

template judge(review: text) -> text within desk """
  {{ review }}
"""

program runsmain(policy: text, review: text, unread: bool) {
  return desk(policy, 2000).judge(review)
}
