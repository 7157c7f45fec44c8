type Tree { value: int, children: list[Tree] }
