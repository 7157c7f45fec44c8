  goodgood mainitem
}

program main() {
  return keep( =>( x
)=> len(x))
}

}
