"""Triage customer reviews against a policy and brief the team.

The policy is read once; the reviews are triaged side by side on top of it.
"""

type Triage {
  mood: "happy" | "neutral" | "angry"
  topic: text(max_chars: 40) "what it is about, in a few words"
  urgent: bool "needs an answer today"
}

context desk(policy: text) """
  You work at the support desk of a shop. This is the policy of the shop:

  {{ policy }}
"""

template triage(review: text) -> Triage within desk """
  A customer wrote this review:
  {{ review }}

  Triage it. Answer as {{ format }}.
"""

template merge(notes: list[text]) -> text within desk { max_tokens: 60 } """
  These are notes on what customers wrote:
  {% for note in notes %}
  - {{ note }}
  {% end %}

  Sum them up for the team in one short sentence.
"""

program main(policy: text, reviews: list[text]) {
  office = desk(policy)
  verdicts = map review in reviews: office.triage(review)
  topics = map verdict in verdicts if verdict.mood != "happy": verdict.topic
  brief = if len(topics) > 0: reduce topics with office.merge by tree
          else: "Nothing to worry about."
  return { verdicts, brief }
}
