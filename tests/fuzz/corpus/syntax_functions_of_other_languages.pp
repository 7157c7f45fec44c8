def f(x) { return x }

function g(x) { return x }

async def h(x) { return x }

fn i(x: text) -> text { return x }
