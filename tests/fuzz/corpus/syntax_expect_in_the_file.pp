expect 1 == 1

given 1 as a

cases [1] as row
