import type { FormInstance } from 'antd'
import type { Quoted } from '../../knowledge/knowledge-finder.tsx'
import type { MatterValues } from './matter-values.ts'

/** The item and its version are kept with the answer; its words go below what is written already. @clause 11-1 */
export const quoteInto = <V extends MatterValues>(form: FormInstance<V>, quoted: Quoted, body: string): void => {
  const written = (form.getFieldsValue(true) as MatterValues).answer
  const answer = written?.trim() ? `${written.trimEnd()}\n${body}` : body
  ;(form as unknown as FormInstance<MatterValues>).setFieldsValue({ knowledge: quoted, answer })
}
