"""Triage customer messages against a policy and brief the team.

The policy and the examples are read once; the messages are triaged side by side on top of them.
"""

type Triage {
  mood: "happy" | "neutral" | "angry"
  topic: text(max_chars: 40) "what it is about, in a few words"
  urgent: bool "needs an answer today"
}

context desk(policy: text) """
  You work at the support desk of a shop. This is the policy of the shop:

  {{ policy }}

  Triage each message to the desk: the mood of its writer, the topic in a few words, and whether it
  needs an answer today.

  Message: Your driver threw the parcel over the fence and the lamp is broken. I am furious.
  Triage: {"mood":"angry","topic":"lamp broken in delivery","urgent":true}

  Message: Do you have this jacket in size M?
  Triage: {"mood":"neutral","topic":"jacket size","urgent":false}

  Message: The boots arrived on time and fit well. Thank you!
  Triage: {"mood":"happy","topic":"boots fit well","urgent":false}

  Message: I have waited three weeks for an answer. This is a disgrace.
  Triage: {"mood":"angry","topic":"no answer for weeks","urgent":true}
"""

template triage(review: text) -> Triage within desk """
  Message: {{ review }}
  Triage:
"""

template merge(notes: list[text]) -> text within desk { max_tokens: 60, repeat_penalty: 1.15 } """
  {% user %}
  Sum up these complaints: late parcel, broken cup, no answer
  {% assistant %}
  Customers complain about late parcels, broken goods and missing answers.

  {% user %}
  Sum up these complaints: wrong size, rude driver, wrong colour
  {% assistant %}
  Customers complain about wrong sizes and colours and about a rude driver.

  {% user %}
  Sum up these complaints: {{ join(notes, ", ") }}
"""

program main(policy: text, reviews: list[text]) {
  office = desk(policy)
  verdicts = map review in reviews: office.triage(review)
  topics = unique(map verdict in verdicts if verdict.mood != "happy": verdict.topic)
  brief = if len(topics) > 0: reduce topics with office.merge by tree
          else: "Nothing to worry about."
  return { verdicts, brief }
}
