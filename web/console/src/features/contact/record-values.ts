import type { RecordBody } from '@open12345/contract/work-order'
import { acceptBodyOf, answerBodyOf, clarifiedOf, declineBodyOf, type MatterValues } from '../work-order/fields/matter-values.ts'

export type Then = 'accept' | 'answer' | 'decline' | 'none'

/** What the seat's form holds. */
export type RecordValues = MatterValues & {
  readonly name?: string
  readonly phone?: string
  readonly anonymous?: boolean
  readonly homeAddress?: string
  readonly content?: string
  readonly addressDetail?: string
  readonly step?: Then
  /** 13-4: the earlier order that it repeats; empty where the seat says that it is new. */
  readonly repeatOf?: string
  readonly repeatStep?: 'link' | 'explain'
  readonly repeatExplanation?: string
}

const written = (text: string | undefined): string | null => (text?.trim() ? text.trim() : null)

const stepOf = (values: RecordValues): RecordBody['outcome'] | undefined => {
  switch (values.step) {
    case 'accept': {
      const body = acceptBodyOf(values)
      return body && { step: 'accept', with: body }
    }
    case 'answer': {
      const body = answerBodyOf(values)
      return body && { step: 'answer', with: body }
    }
    case 'decline': {
      const body = declineBodyOf(values)
      return body && { step: 'decline', with: body, clarified: clarifiedOf(values) }
    }
    default:
      return null
  }
}

/** What was not asked stays empty: nothing is invented. @clause 10-record */
export const recordBodyOf = (contactId: string, values: RecordValues): RecordBody | undefined => {
  const then = stepOf(values)
  if (then === undefined || values.content === undefined) return undefined
  return {
    contactId,
    requester: {
      name: written(values.name),
      phone: written(values.phone),
      anonymous: values.anonymous ?? false,
      homeAddress: written(values.homeAddress),
    },
    kind: values.kind ?? null,
    subject: values.subject ?? null,
    place: values.place ?? null,
    addressDetail: written(values.addressDetail),
    content: values.content,
    outcome: then,
  }
}

/** The next matter of the same caller: who they are stays, what they told is new. */
export const nextMatter = ({ name, phone, anonymous, homeAddress }: RecordValues): RecordValues => ({
  ...(name === undefined ? {} : { name }),
  ...(phone === undefined ? {} : { phone }),
  ...(anonymous === undefined ? {} : { anonymous }),
  ...(homeAddress === undefined ? {} : { homeAddress }),
  step: 'accept',
})
