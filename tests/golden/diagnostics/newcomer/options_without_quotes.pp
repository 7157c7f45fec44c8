type Q { mood: happy | sad, size: int | txet }
program main(q: Q) { return q }
