import "modules/shared.pp"
import "modules/other.pp"

program main() { return [shared._twice("a"), other.shared.loud("a")] }

template ask() { model: own } """
  Hello
"""

program also() { return ask() }
