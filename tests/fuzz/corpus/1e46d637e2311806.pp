"""Doc."""

test "name" { cases ( sample ( reduce ( sample given : ( ( sample int ( a ( "s" ) ) within { } : ( ) => repeat b = a up to "# no\n" within { } : a )

# note
[ ( user , list ) => ( type , answers ) => b => a ] ) . text ) with expect by cases { }

) within { int : not ( map end in é ( given ) : repeat answers
= ( ) =>
- "# no\n" up to user ( # note
( "# no\n" ) ) within { } until a
: 1_000 ) , a : soft } : soft ) [ # note
"s" ] as a answers a . with : a answers soft : map é in list : a } import "a.pp" 