test "name" { cases until ( ) { for: [ ] , # note
import : { model : { } , } , } as up cases
[ ] as extern expect soft é => true // type % "# no\n" } program case ( model : list [ ( ) -> within . b ( 1 ..
- 2 , max : 3 ) ] ( min_items : 1 ) = { """Doc.""" cases = reduce ( ( with , to ) => ( ( {

# note
} ) .

# note
cases )

( ) ) with until . for by a within { }
{ b : { b = b  a | ( a ) return ( "# no\n" ) } , with : match case ( "s" ) : { case { b : a ,
} :
( ) => "s" } , case : ( { return a } ) * (
( not a ) . user ) } return ( ) => [ [ ] , ( [ ] ) . list , ( as , cases )

# note
=> if expect : match

( b ) : { case # note
b # note
| # not
"# no\n" : "# no\n" case "# no\n" :
b } else

# note
if true : 2.5 else :
(
) => "s" , ] } until - 2.5 ,
_ : answers .

for | (

- 1 # note
) , import
: ( (
up . a (

1 .. - 2 ,
max : 3 ) , )

-> ( ( 1 ) | 1_000 | test ) ? ) | "# no\n" | up , ) -> (
) -> (

import

. until ( 1

# note
.. - 2 ,
max

:

# note
3 ) ) | "# no\n" | until . expect { return ( { } ) . model }
test "name" { } import "a.pp" as

# note
tree