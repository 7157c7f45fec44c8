template write(topic: text) """
  {{ topic }}
"""
program main() {
  return write("""a long
  text""")
}
