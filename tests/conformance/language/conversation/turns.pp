context desk(policy: text) """
  {% system %}
  Policy.
  {% user %}
  {{ policy }}
"""

template draft(topic: text) -> text(pattern: "[a]") within desk """
  Write about {{ topic }}.
"""

template again(how: text) -> bool within draft """
  Is it {{ how }}?
"""

template why() -> "so" within again """
  Why?
"""

program main() {
  first_ = desk("be kind").draft("tea")
  second = first_.again("short")
  return [first_, text(second), second.why()]
}
