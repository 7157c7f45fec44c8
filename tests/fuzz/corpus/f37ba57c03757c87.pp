program pick(a: text) within   or  
}
