/** Seconds until the next attempt after `attempts` in vain: half a minute, doubled each time, an hour at most. */
export const secondsToNextAttempt = (attempts: number): number => Math.min(30 * 2 ** Math.max(0, Math.min(attempts, 20) - 1), 3600)
