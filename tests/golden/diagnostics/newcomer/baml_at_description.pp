type Resume {
  name: text @description("full name")
  age: int @assert(this > 3)
}
template extract(resume: text) -> Resume """
  {{ resume }} {{ format }}
"""
program main(resume: text) { return extract(resume) }
