"""Doc."""

# note
type model { within :

# note
"s" within # note
: true "doc" , for

: ( tree ( 1 .. - 2 , max : 3 )
) | "s" | extern } extern x1 ( ) -> ( (

( ( list [ as ] ( min_items : 1 ) ) ) # note
) | 1_000 | given . within ) ? = "module:name"
{ extern

# note
:
if t  (e:ur until , case ) => model

# note
else if 1_000 :
_ else : ( true ) , # note
a : match answers : { case - 1 : - ( ( ( ( to

) / # note
( if end (

( b ) ) : match b ( a ) : { case "# no\n"

| a
: b
else : # note
map a in b within

{ a

: a ,

}

: "s" } else :
match a : { case

b | "s" : a } # note
) )

# note
and

# note
( x1 ( ( sample
a within { } :
"# no\n" # note
) [ not "s" ] , to

: - "# no\n" , ) { type
: repeat b with # note
a = "s"

up to
b within { b
: "# no\n" # note
, # note
a : "s"

# note
, a : "# no\n" , } until b : a , } ) ) [ reduce  soft with

for . cases

by

# note
user within

{ as : repeat a with b = "s" up to b within
{ b :
b , } : a
} {


} ] ) else : (
)

# note
=>

( # note
[ by ( # note
user : expect ( for : # note
(

# note
b ,

b ) => "s" ) # note
{ b : "# no\n" , a : a , } , case : reduce "# no\n" with text by extern within { a : a ,
a : b , } {

# note
b : "# no\n" , a

# note
: b , } , ) { _ : if b : - a else : "# no\n" } ( user

( ) ) ] # note
)

# note
or ( match cases ( x1 ( (

sample model (
(

"# no\n" ) # note
)

# note
: if a
: sample "# no\n" within { a : b
, b : "s"
, } : a

# note
else if "# no\n" : # note
a else : map b

# note
in
"s" : a ) ) ) : { case - 1 | 1 : model (
tree : ( ( match b : { case
b | a

# note
:

# note
b
case "s" : b case b | b : "s" # note
} ) ( )

) . cases ,
)
{ } } ) } } test "name" { cases 1_000 % true / none as within } # note
