interface Person {
  name: string;
  age?: number;
}
template t(q: string): Person """
  {{ q }} {{ format }}
"""
program main(q: string): Person { return t(q) }
