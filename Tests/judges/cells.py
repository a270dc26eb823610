"""What somebody who knows all that is published can work out, by linear programming that is not ours (HiGHS)."""

from itertools import combinations

import numpy as np
from scipy.optimize import linprog

# Bounds that leave less than this between them give a count back: it is known to within one.
WIDTH = 2


class Cells:
    """Counts, which of them are sensitive and written, and sums that everybody knows."""

    def __init__(self):
        self.counts, self.sensitive, self.written, self.highest, self.relations = [], [], [], [], []

    def add(self, count, sensitive=False, written=True, highest=None):
        self.counts.append(int(count))
        self.sensitive.append(bool(sensitive))
        self.written.append(written)
        self.highest.append(highest)
        return len(self.counts) - 1

    def total(self, total, parts):
        self.relations.append({total: -1, **{part: 1 for part in parts}})

    def lines(self):
        for count, sensitive, written, highest in zip(self.counts, self.sensitive, self.written, self.highest):
            yield f"cell {count} {int(sensitive)} {int(written)} 1 {'-' if highest is None else highest}"
        for relation in self.relations:
            yield "relation " + " ".join(f"{cell}:{coefficient}" for cell, coefficient in relation.items())
        yield "protect"

    def recovered(self, hidden, asked=None):
        """The cells of `asked` (all sensitive ones) whose bounds are closer than WIDTH when these are hidden."""
        free = [i for i in range(len(self.counts)) if i in hidden or not self.written[i]]
        column = {cell: position for position, cell in enumerate(free)}
        rows, right = [], []
        for relation in self.relations:
            row = np.zeros(len(free))
            known = 0
            for cell, coefficient in relation.items():
                if cell in column:
                    row[column[cell]] = coefficient
                else:
                    known -= coefficient * self.counts[cell]
            if row.any():
                rows.append(row)
                right.append(known)
        bounds = [(0, self.highest[cell]) for cell in free]
        # Points that fit all that is published; one point often shows that several cells are safe.
        lowest = highest = np.array([self.counts[cell] for cell in free], dtype=float)
        found = []
        for cell in asked if asked is not None else [i for i, is_sensitive in enumerate(self.sensitive) if is_sensitive]:
            needed = WIDTH if self.highest[cell] is None else min(WIDTH, self.highest[cell])
            if cell not in column:
                found.append(cell)
                continue
            position = column[cell]
            for direction in (1, -1):
                if highest[position] - lowest[position] >= needed - 1e-6:
                    break
                costs = np.zeros(len(free))
                costs[position] = direction
                solved = linprog(costs, A_eq=np.array(rows) if rows else None, b_eq=right if rows else None, bounds=bounds)
                if solved.status == 3:
                    lowest, highest = lowest.copy(), highest.copy()
                    (lowest if direction == 1 else highest)[position] = -np.inf if direction == 1 else np.inf
                    continue
                assert solved.status == 0, solved.message
                lowest, highest = np.minimum(lowest, solved.x), np.maximum(highest, solved.x)
            if highest[position] - lowest[position] < needed - 1e-6:
                found.append(cell)
        return found

    def fewest_lost(self, at_most):
        """How many cells that are not sensitive the best safe pattern hides: every pattern is tried, small ones first."""
        sensitive = {i for i, is_sensitive in enumerate(self.sensitive) if is_sensitive}
        others = [i for i in range(len(self.counts)) if i not in sensitive and self.written[i]]
        for size in range(at_most + 1):
            for more in combinations(others, size):
                hidden = sensitive | set(more)
                # One unknown alone in a sum is known: no need to ask the solver.
                alone = any(
                    len(unknown) == 1 and unknown & sensitive
                    for unknown in ({c for c in r if c in hidden or not self.written[c]} for r in self.relations))
                if not alone and not self.recovered(hidden):
                    return size
        return at_most
