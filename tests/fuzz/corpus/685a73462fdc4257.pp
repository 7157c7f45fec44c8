program main(a: text, xs: list[text]) {
  return repeat d =(a) up to 3 with drafts: revise(d)
}}
