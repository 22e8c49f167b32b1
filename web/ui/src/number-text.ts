/** Twelve digits in groups of four, as they are read over the phone. */
export const numberText = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ')
/** Counts are bounded by the server: 100 means more than 99. */
export const countText = (count: number): string => (count > 99 ? '99+' : String(count))
export const shareText = (part: number, of: number): string => (of === 0 ? '—' : `${Math.round((part / of) * 1000) / 10}%`)
export const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
