/**
 * 工单号: twelve digits that can be read over the phone: year and month of opening (4), a running number within the month (7), a check digit (1).
 * The check digit (ISO/IEC 7064 MOD 11,10) finds every single wrong digit and nearly every swap of neighbours.
 */
const checkDigit = (digits: string): string => {
  const product = [...digits].reduce((carry, digit) => {
    const sum = (carry + Number(digit)) % 10
    return ((sum === 0 ? 10 : sum) * 2) % 11
  }, 10)
  return String((11 - product) % 10)
}

/** `yearMonth` as YYMM in Asia/Shanghai, `running` from 1 within it. */
export const orderNumber = (yearMonth: string, running: number): string => {
  const digits = yearMonth + String(running).padStart(7, '0')
  return digits + checkDigit(digits)
}

export const isOrderNumber = (text: string): boolean => /^\d{12}$/.test(text) && checkDigit(text.slice(0, 11)) === text[11]
