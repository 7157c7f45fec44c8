type up = (
( ( ( for
| ( 1 ) )

# note
| 1_000 | soft . x1
) | 1 |
up ) ?

) ? context b ( by

# note
: list

[ b . a ] ) within a { given : "# no\n" } """"""

# note
program é ( ) { return b } 