template score(q: text) """
  Rate {{ q }} from 1 to 5.
"""
program main(q: text) { return json.loads(score(q)) }
