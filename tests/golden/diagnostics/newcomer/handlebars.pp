template t(xs: list[text]) """
  {{#each xs}}
  {{this}}
  {{/each}}
"""
program main(xs: list[text]) { return t(xs) }
