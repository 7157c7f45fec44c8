context desk() """
  Desk
"""

template show(office: desk) """
  {{ office }}
"""

program main(office: desk) { return [text(office == office), text(desk() in [office])] }
