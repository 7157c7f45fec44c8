template ask() """
  Why?
"""

program p1() { return [ask(), ask(), ask(), ask(), ask(), ask(), ask(), ask(), ask(), ask()] }

program p2() { return [p1(), p1(), p1(), p1(), p1(), p1(), p1(), p1(), p1(), p1()] }

program p3() { return [p2(), p2(), p2(), p2(), p2(), p2(), p2(), p2(), p2(), p2()] }

program p4() { return [p3(), p3(), p3(), p3(), p3(), p3(), p3(), p3(), p3(), p3()] }

program p5() { return [p4(), p4(), p4(), p4(), p4(), p4(), p4(), p4(), p4(), p4()] }
