tem> text """
  Pitch  
"""

program main(idea: text = pitch()) {
  = pitch()) {
   