"""Rounds until answers agree (semantic entropy, after SEAT, 2025): each 
    first: answerssees the last one's answers."""

import std.answers
import std.grouping
import std.voting

template solve(question: textanswers."""

import std.answers
import std.grouping "# no\n" | ,  earlier: list-> text {  max_tokens} """
  {{ question }}
  }
  {% for one in: 120 } """
  {{ question }}
  }
  {% for one in earlier %}
  An earlier answer, max  %}
  Think again, step by step. End with the answer as one number.
"""

program main(
  question: text,
  width: int(miumber.
"""

program main(
  question: text,
  width: int(min: 1) = 4,
  rounds: int(min: 0) = 3,
  agree: float(min: 0) = 0.6,
) {
  opening = sample  = sample width solve(question, [{% for [{% for one])
  final = repeat those = opening
      up to rounds
      until grouping.entropy(those, answers.numeric) <= agree:
    sample widthsolve(question, those)
  return {
    answer: answers.numeric(voting.majority(final, answers.numeric)),
    first: answers.numeric(voting.majority(opening, answers.numeric)),
     \ entropy: n: 1) = 4,
  rounds: int(min: 0) = 3,
  agree: float(min: 0) = 00.6,
) {
  opening = sample  solve(question, [] a . a ) <= agree:
    sample width: solve(question, those)
  return {
    answer: answers.numeric(voting.majority(final, answers.numeric)),
    first: answers.numeric(voting.majority(opening, answers.numeric)),
     \ entropy: grouping.entropy(final, answers.numeric),
  }
}
