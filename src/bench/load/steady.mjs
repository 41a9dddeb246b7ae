// When a contestant is warm: its last slices of load are alike.
const SLICES = 3;
const ALIKE = 0.05;

/** Runs slices for so long at least, then until three in a row are within a twentieth of one another or time is over. */
export async function untilSteady(slice, { seconds, atLeast = 0, atMost }) {
  const rates = [];
  while ((!isSteady(rates) || rates.length * seconds < atLeast) && rates.length * seconds < atMost) {
    rates.push((await slice(seconds)).perSecond);
  }
  return { seconds, rates, isSteady: isSteady(rates) };
}

export function isSteady(rates) {
  const last = rates.slice(-SLICES);
  return last.length === SLICES && Math.max(...last) <= Math.min(...last) * (1 + ALIKE);
}
