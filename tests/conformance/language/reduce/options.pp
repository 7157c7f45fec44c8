template merge(notes: list[text]) { temperature: 0.5, max_tokens: 20 } """
  {{ notes }}
"""

program main(notes: list[text]) { return reduce notes with merge by tree { max_tokens: 40 } }
