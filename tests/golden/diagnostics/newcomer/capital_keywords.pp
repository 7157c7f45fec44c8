Program main(q: text) { Return q }
