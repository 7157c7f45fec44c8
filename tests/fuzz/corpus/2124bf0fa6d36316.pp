import

# note
"a.pp" as expect type import
= ( test . case | ( list [ ( ) -> ( # note
( { # note
type

: # note
text

. end "doc" , }
) ?

# note
) # note
| "# no\n" | soft . extern ] ) )
context b ( soft
: for . é (
1 .. -
2 , max : 3 ) =

not

# note
( repeat end = [ reduce extern ( 2.5

# note
) with a . cases # note
by soft within { } { } ]

# note
up to test ( _ ) : - as ( end ) )

# note
, ) within

expect . case
"""x""" import

"a.pp" as to 