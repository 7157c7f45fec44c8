"""Doc.""" test "name" { cases ( sample ( reduce (  ( ( sample int
( a ( "s"
) ) within { } : # note
( ) => repeat b = a up to
"# no\n" within { } : a ) [ ( user , list # note
) => ( type , answers ) => b => a ] ) . text ) with expect by cases { } ) within { int : not ( map end in é ( given ) : repeat answers = ( ) => - "# no\n" up to user (
( "# no\n" ) ) within { } until ( b ) : a - "s" - "s" ) , a : { with } } : a
) [ given ( # note
( [ ] ) . extern , match answers ( none )
: {
case none
: ( not 2.5 ) case a : ( given , end ) =>
"# no\n"
> extern not in false else # note
: { cases : ( cases ,
user ) => map  in int (

# note
"# no\n" # note
)

within 1 : given => if a : b else : "s" , } }
) ] as
as

answers

# note
b : "s" answers user : -

# note
case }

import answers
