template ask(question: text) """
  {{ question }}
"""

template outer(question: text, questions: list[text]) """
  {{ ask(question) }}
  {% for one in sample 2: ask(question) %}{{ one }}{% end %}
  {{ reduce questions with merge by flat }}
  {{ double(question) }}
"""

template merge(questions: list[text]) """
  {{ questions }}
"""

program double(question: text) { return question + question }
