// Every rounding in the program is one of the named functions here.

/**
 * numerator ÷ denominator rounded to an integer, a half going away from zero (docs/formulas.md: money mechanics).
 * Raises a defect when the denominator is zero.
 */
export function divideHalfAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  const isNegative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return isNegative ? -rounded : rounded;
}

/** numerator ÷ denominator rounded towards minus infinity; the denominator is positive. */
export function divideFloor(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/**
 * Splits `total` over `weights` so that the parts are integers in proportion and sum to `total` exactly:
 * each part is floored and the units left over go to the largest remainders, ties to the earlier part.
 * Weights are not negative; when all are zero the first part takes everything.
 */
export function splitByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) {
    if (total !== 0n) throw new RangeError('nothing to split over');
    return [];
  }
  const whole = weights.reduce((sum, weight) => {
    if (weight < 0n) throw new RangeError('a weight is negative');
    return sum + weight;
  }, 0n);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const magnitude = total < 0n ? -total : total;
  const shares = weights.map((weight) => ({
    part: (magnitude * weight) / whole,
    remainder: (magnitude * weight) % whole,
  }));
  const parts = topUp(shares, magnitude);
  return total < 0n ? parts.map((part) => -part) : parts;
}

/**
 * Rounds exact values, each given in units of 1/scale, to integers that sum to `target`: the nearest
 * integers below, then one more for the largest remainders, ties to the earlier value (docs/formulas.md: the one
 * series, 2). `target` must lie within one unit per value of the exact sum.
 */
export function roundToTarget(values: readonly bigint[], scale: bigint, target: bigint): bigint[] {
  const shares = values.map((value) => {
    const part = divideFloor(value, scale);
    return { part, remainder: value - part * scale };
  });
  return topUp(shares, target);
}

function topUp(shares: readonly { part: bigint; remainder: bigint }[], target: bigint): bigint[] {
  const parts = shares.map((share) => share.part);
  let missing = target - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = shares
    .map((share, index) => ({ remainder: share.remainder, index }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const step = missing < 0n ? -1n : 1n;
  if (missing < 0n) byRemainder.reverse();
  while (missing !== 0n) {
    for (const { index } of byRemainder) {
      if (missing === 0n) break;
      parts[index] = (parts[index] ?? 0n) + step;
      missing -= step;
    }
  }
  return parts;
}
