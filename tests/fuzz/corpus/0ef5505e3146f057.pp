"""Doc."""
test "name" { answers list . tree : { by

# note
, until , user : { a , text : - to ( 2.5 ) , } , } expect
test cases map tree in ( ( ( map user in up ( case ) within { case : 1 , with : ( ) => ( x1 , user ) => ( "# no\n" ) or ( a ) , text : if 2.5

# note
: if "s" : a else if b : "s" else

# note
: [ ] else if "# no\n" : "s" else : x1 ( b : b )
, } : { int = b ( until : { a :
"s" , } , a : ( a , b ) => a , ( b ) , ) { a : a } _ = ( ) => ( repeat b with a = a up to a within { } until a : b ) return map _ in ( sample a within { b : a , b : a } : a ) : match case ( ( "s" ) ) : { case "# no\n" | a : - "# no\n"

case b
| b : { a = a

b = a return a } } } ) == ( to <= int % soft ) ) [ if 2.5 : if 2.5 : repeat user = map é in soft if within : match test : { case - 1 : ( a ( )

) . extern case true : ( text , test ) => ( "s" ) . a else : user => - "# no\n" } up to tree ( expect ( import

(

expect ( "s" ) ) ) ) within { } : ( match ( match "# no\n" : { case "# no\n" : "# no\n" } ) : { case case | { b : a } : ( "# no\n" ) or ( a ) case

# note
"s" : b else : b } ) and ( "# no\n" ) else : b == "s" or b else if list :

# note
b else : ( "# no\n" ) and ( a ) ] ) if cases : reduce a

( b ) with b by import within { } as a } 