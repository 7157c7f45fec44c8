program main(a: text, xs: list[text]) {n repeat d =(a) up to 3 with  revise(d)
}}
