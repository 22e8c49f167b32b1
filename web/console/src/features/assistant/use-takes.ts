import { Form } from 'antd'
import { useRef } from 'react'
import type { RecordValues } from '../contact/record-values.ts'

type Field = 'kind' | 'subject' | 'place'
type Offered = Required<Pick<RecordValues, Field>>
type Values = { readonly [F in Field]: Offered[F] | undefined }
/** `chosen`: the person has said something else, which stays. */
export type Standing = 'free' | 'same' | 'chosen'

const isSame = (one: Values[Field], other: Values[Field]): boolean =>
  typeof one === 'object' && typeof other === 'object' ? one.county === other.county && one.township === other.township : one === other

/** A township within the county that was chosen says more of the same. */
const isNarrower = (chosen: Values[Field], offered: Values[Field]): boolean =>
  typeof chosen === 'object' && typeof offered === 'object' && chosen.township === null && offered.county === chosen.county

/**
 * Puts a suggestion into the form at a person's click or key. What the person chose is never replaced: only what is empty, and what was taken from here.
 */
export const useTakes = (onTaken: () => void) => {
  const form = Form.useFormInstance<RecordValues>()
  const values: Values = {
    kind: Form.useWatch<RecordValues['kind']>('kind', form),
    subject: Form.useWatch<RecordValues['subject']>('subject', form),
    place: Form.useWatch<RecordValues['place']>('place', form),
  }
  const taken = useRef<Partial<Offered>>({})
  const standing = <F extends Field>(field: F, offered: Offered[F]): Standing => {
    const now = values[field]
    if (now === undefined) return 'free'
    if (isSame(now, offered)) return 'same'
    return isSame(now, taken.current[field]) || isNarrower(now, offered) ? 'free' : 'chosen'
  }
  const take = <F extends Field>(field: F, offered: Offered[F]): void => {
    if (standing(field, offered) !== 'free') return
    taken.current = { ...taken.current, [field]: offered }
    form.setFieldsValue({ [field]: offered })
    onTaken()
  }
  return { values, standing, take }
}
export type Takes = ReturnType<typeof useTakes>
