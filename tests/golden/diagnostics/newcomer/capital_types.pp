program main(q: Text, n: Int, xs: List[Text]) { return n }
