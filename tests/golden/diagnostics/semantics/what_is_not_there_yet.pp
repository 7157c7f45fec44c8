program main(xs: list[text] until len(xs) > 2) {
  drafts = sample 2 within { deadline: 60 }: longer(xs)
  return map draft in drafts within { budget: 100 }: draft
}

template longer(notes: list[text]) """
  {{ notes }}
"""
