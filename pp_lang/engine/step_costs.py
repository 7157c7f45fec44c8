"""What a step costs by the number of its rows, and how many drafted rows are worth it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

MAX_DRAFT = 8
"""Tokens that are drafted for one answer in a step, at most."""
MOST_ANSWERS = 4
"""Answers side by side beside which drafts run: more of them use what a step has to give."""
LEAST_GAIN = 1.05
"""Drafts must promise as much more tokens a second: measured costs are not exact."""
USUAL_ROW = 0.5
"""What each further row costs where nothing was measured, as a share of a step of one row."""


@dataclass(frozen=True, slots=True)
class StepCosts:
    """The costs of steps of some numbers of rows, in any unit."""

    points: tuple[tuple[int, float], ...] = ((1, 1.0), (2, 1.0 + USUAL_ROW))
    """Rows and cost, in rising order of rows; what lies between is interpolated, and what lies
    beyond goes on as the last two do."""

    def of(self, num_rows: int) -> float:
        """Return the cost of a step of `num_rows`; never less than that of a smaller one."""
        points = self.points
        if num_rows <= points[0][0] or len(points) == 1:
            return points[0][1]
        index = next((i for i, (rows, _) in enumerate(points) if rows >= num_rows), len(points) - 1)
        (rows, cost), (next_rows, next_cost) = points[index - 1], points[index]
        slope = max(0.0, (next_cost - cost) / (next_rows - rows))
        return cost + slope * (num_rows - rows)

    def draft_lengths(
        self, num_rows: int, rates: Sequence[float], longest: Sequence[int]
    ) -> list[int]:
        """Return how many tokens to draft for each answer, beside `num_rows` rows that run anyway.

        `rates` are the probabilities that a guess is right, `longest` the guesses that there are.
        A token is worth the probability that it and all before it are right. The likeliest come
        first, and as many run as bring the most tokens for their cost.
        """
        worths = sorted(
            (-(rate**count), answer, count)
            for answer, (rate, most) in enumerate(zip(rates, longest, strict=True))
            for count in range(1, most + 1)
        )
        tokens = float(len(rates))
        best, num_best = LEAST_GAIN * tokens / self.of(num_rows), 0
        for number, (worth, _, _) in enumerate(worths, 1):
            tokens -= worth
            gain = tokens / self.of(num_rows + number)
            if gain > best:
                best, num_best = gain, number
        lengths = [0] * len(rates)
        for _, answer, _ in worths[:num_best]:
            lengths[answer] += 1
        return lengths

    def can_pay(self, num_rows: int, num_answers: int) -> bool:
        """Return whether any draft could be worth it, were all guesses right."""
        if num_answers > MOST_ANSWERS:
            return False
        lengths = self.draft_lengths(num_rows, [1.0] * num_answers, [MAX_DRAFT] * num_answers)
        return any(lengths)
