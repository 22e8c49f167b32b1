import type { Suggestions } from '@open12345/contract/assistant'
import { nobodyKnown, spansIn } from '@open12345/domain/identity'
import { linesToCall, readUrgency, secrecyAskedIn } from '@open12345/domain/intake'
import { dangerIn, type Danger } from './danger.ts'

type Alarms = Suggestions['alarms']
type Identity = Alarms['identity'][number]

const told = {
  phone: 'phone',
  'own-phone': 'phone',
  'id-number': 'id-number',
  'bank-card': 'bank-card',
  plate: 'plate',
  address: 'address',
  'own-address': 'address',
} as const satisfies Readonly<Record<string, Identity>>

/** Phrases that name it first; what names nothing, by what was learned. @clause 12-4a @clause 12-4b */
export const urgencyHeard = (text: string): Danger | undefined => {
  const { urgency, signs } = readUrgency(text)
  return urgency === 'ordinary' ? dangerIn(text) : { urgency, reasons: signs }
}

const urgentIn = (text: string): Alarms['urgent'] => {
  const heard = urgencyHeard(text)
  if (heard === undefined || heard.urgency === 'ordinary') return null
  const { urgency, reasons } = heard
  return { urgency, lines: urgency === 'emergency' ? [...linesToCall(text)] : [], reasons: [...reasons] }
}

/** What a desk should not overhear in the words. @clause 12-4a @clause 20c */
export const alarmsIn = (text: string): Alarms => {
  const kinds = spansIn(text, nobodyKnown).flatMap(({ kind }): Identity[] => (kind === 'name' ? [] : [told[kind]]))
  return { urgent: urgentIn(text), secrecy: [...secrecyAskedIn(text)], identity: [...new Set(kinds)] }
}
