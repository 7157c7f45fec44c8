template is_good(idea: text) -> bool """
  Is this good? {{ idea }}
"""

program good(ideas: list[text]) { return map idea in ideas if is_good(idea): idea }

program direct(ideas: list[text] until is_good(ideas[0])) { return ideas }

program through(ideas: list[text] until len(good(ideas)) > 2) { return ideas }

program main(ideas: list[text]) { return direct(ideas) + through(ideas) }
