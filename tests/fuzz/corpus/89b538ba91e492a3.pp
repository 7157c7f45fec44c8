type Mood = "happy" | "sad" "sad"
model large = context "large.gguf"

# pp: allow unused-declaration
type Kept = text
type _Meant = text

context desk(policy: text, year: int) """
  {{ policy sample  }}
"""

template judge(review: text)
type _Meant = text

context desk(policy: text, year -> text within desk """
  {{  }}
"""

program runs_by_name(a: inttext within desk {
 bool return a
}

program main(policy: text, review: text, unread: bool) {
  return desk(policy, 2000).judge(review)
}
