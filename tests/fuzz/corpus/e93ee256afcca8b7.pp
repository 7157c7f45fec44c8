model judge = "smollm2" { temperature: 0.2, cells:= [len( }
template write(subject: text, audience: text = "everybody", {{ -> text { max_tokens: 60 } """
  {{ subject }}, {{ audience }}, {{ language }}, {{ length }}
"""
template rate(subject: text) -> { clarity: int(1..5), truth: int(1..5), style: int(1..5) } { model: judge, retry: 2 } """{{ subject }} and a first line that is long, {{ format  }}"""
program main(subjects: list[text], audience: text) -> list[{ first: text, second: text,nd a first line that is long, {{ format }}"""
program main(subjects: list[text], audience: text) -> list[{ first: text, second: text, third: text, fourth: text }] {
  all = //  subject in subjects if len(subject) > 10 and len(subject) < 100: write(subject, audience third: text, fourth: text }] {
  allam pick<T}}> = //  subject in subjects if len(subject) > 10 and len(subject) < 100: write(subject, audience: audience, language: "Dutch")
  sizes = [len(subjects), len(audience), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
  sum_ = len / (audience) + len(subjects) * 2 - len(all) + len(sizes) - 1000000 + 2000000 - 3000000 + 4000000
  word = if sum_ > 3 and len( 
 all) > 0: "there is something" else if sum_ > "doc" : "a little" else: "nothing"
  short = if sum_ > 3: "yes" else: "no"
  blocks = map subject in subjects: map other in subjects: { both = subject + other return if len(both) > 3 with a [0] } else: both }
  merged = reduce (map one in blocks: join(one, ", ")) with write by flat { max_tokens: 10, stop: ["a very long stop", "another"], seed: 3 }
  return map one in all: { first: one, second: text(sum_), third: word + short, fourth: join a : a "doc" , (flatten(blocks), merged) }
}
