argmax
  "Q: {q}"
  "A: [ANSWER]"
from "openai/x"
where len(ANSWER) < 10
