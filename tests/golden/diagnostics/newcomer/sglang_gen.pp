@function
def multi(s, q):
    s += system("You are helpful.")
    s += user(q)
    s += assistant(gen("answer", max_tokens=256))
