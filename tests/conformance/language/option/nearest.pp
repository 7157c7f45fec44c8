model small = "smollm2-135m" { temperature: 0.9 }

context desk(policy: text) { temperature: 0.1, top_k: 5, max_tokens: 10, model: small } """
  {{ policy }}
"""

context case(history: text) within desk { top_k: 6, max_tokens: 20 } """
  {{ history }}
"""

template judge(review: text) -> text within case { max_tokens: 30, stop: "." } """
  {{ review }}
"""

program main(policy: text, review: text) {
  file = desk(policy).case("none")
  return [file.judge(review), file.judge(review) { stop: ["!", "?"], seed: 7, max_tokens: 40 }]
}
