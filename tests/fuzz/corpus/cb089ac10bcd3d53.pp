type Verdict { mood: text, stars: int(1..5) }

template judge(review: text) -> list[Verdict] """
  What do you make of this? {{ review }}
"""
