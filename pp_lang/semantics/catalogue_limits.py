"""The entries of the mistakes with limits and with conditions that end a list early."""

from pp_lang.diagnostics import Entry, entry

_PITCH = '''template pitch(idea: text) -> text """
  Pitch this: {{ idea }}
"""
'''
_MERGE = '''template merge(notes: list[text]) -> text """
  Merge these notes: {{ notes }}
"""
'''

OF_LIMITS: dict[str, Entry] = {
    "unknown-limit": entry(f'''
`within` holds limits of the whole map, sample or repeat: `deadline` in seconds and `budget` in
answer tokens. The merges of a `reduce … by tree` have `tokens`. What concerns one answer is an
option of its call.
---
{_PITCH}
program main(idea: text) {{
  return sample 4 within {{ max_tokens: 80 }}: pitch(idea)
}}
---
{_PITCH}
program main(idea: text) {{
  return sample 4 within {{ budget: 320 }}: pitch(idea) {{ max_tokens: 80 }}
}}
'''),
    "unmeasured-merge": entry(f'''
`tokens` is the length of the prompt of each merge, so each merge must be one prompt: that of a
template. A program may ask several models, or none.
---
{_MERGE}
program merge_well(notes: list[text]) {{
  return trim(merge(notes))
}}

program main(notes: list[text]) {{
  return reduce notes with merge_well by tree within {{ tokens: 800 }}
}}
---
{_MERGE}
program main(notes: list[text]) {{
  return trim(reduce notes with merge by tree within {{ tokens: 800 }})
}}
'''),
    "misplaced-until": entry('''
A condition with `until` says when the items so far of a list are enough, so that the rest need not
be made. Only the list of a program comes bit by bit; a prompt waits for the whole of its values.
---
program pick(answer: text until answer != "") {
  return answer
}
---
program pick(answers: list[text] until len(answers) > 2) {
  return answers
}
'''),
    "step-in-until": entry('''
The condition is asked each time that items have finished, between two steps of the models, so it is
computed from values alone. It may call programs that ask no model.
---
template are_enough(answers: list[text]) -> bool """
  Are these answers enough? {{ answers }}
"""

program pick(answers: list[text] until are_enough(answers)) {
  return answers
}
---
program pick(answers: list[text] until len(unique(answers)) > 2) {
  return answers
}
'''),
}  # fmt: skip
