import type { z } from 'zod'

/** What is wrong with a folder, and where. A row is counted as a text editor counts lines. */
export type Fault = {
  readonly file: string
  readonly row?: number | undefined
  readonly field?: string | undefined
  readonly zh: string
  readonly en: string
}
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] }

export const sound = <T>(value: T): Checked<T> => ({ ok: true, value })
export const unsound = (...faults: readonly Fault[]): Checked<never> => ({ ok: false, faults })

/** Sound where nothing was found. */
export const unless = <T>(faults: readonly Fault[], value: T): Checked<T> => (faults.length === 0 ? sound(value) : unsound(...faults))

export const faultsOf = (...checked: readonly Checked<unknown>[]): readonly Fault[] => checked.flatMap((one) => (one.ok ? [] : one.faults))

/** One line for a terminal. */
export const faultLine = ({ file, row, field, zh, en }: Fault): string => {
  const place = [file, row === undefined ? '' : `第 ${row} 行 row ${row}`, field ?? ''].filter((part) => part !== '').join(' · ')
  return `${place}：${zh} ${en}`
}

/** A schema's own words, Chinese and English, parted by a line break. */
export const words = (zh: string, en: string): string => `${zh}\n${en}`

type Sentence = Pick<Fault, 'zh' | 'en'>

const sentenceOf = (issue: z.core.$ZodIssue): Sentence => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { zh: `没有名为“${issue.keys.join('、')}”的项目。`, en: `There is no item named “${issue.keys.join(', ')}”.` }
    case 'invalid_type':
      return { zh: `缺少该项，或类型不对（应为 ${issue.expected}）。`, en: `It is missing, or not a value of type ${issue.expected}.` }
    case 'invalid_value':
      return { zh: `可用的值：${issue.values.join('、')}。`, en: `It must be one of ${issue.values.join(', ')}.` }
    case 'invalid_key':
      return { zh: '没有这一项。', en: 'There is no such item.' }
    case 'custom': {
      const [zh = '', en = ''] = issue.message.split('\n')
      return { zh, en }
    }
    default:
      return { zh: '格式不对。', en: 'It is malformed.' }
  }
}

type Spot = { readonly file: string; readonly row?: number; readonly fieldName?: (path: string) => string }

/** A schema's answer with the place of each fault. */
export const checkedBy = <T>(shape: z.ZodType<T>, value: unknown, { file, row, fieldName = (path) => path }: Spot): Checked<T> => {
  const read = shape.safeParse(value)
  if (read.success) return sound(read.data)
  return unsound(
    ...read.error.issues.map((issue) => ({
      file,
      row,
      field: issue.path.length === 0 ? undefined : fieldName(issue.path.join('.')),
      ...sentenceOf(issue),
    })),
  )
}
