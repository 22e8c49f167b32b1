import { accept, refuse, type Decision } from '../kernel/index.ts'
import { lasts, wasReached, type Consent, type Line, type LinkageState, type Way } from './linkage.ts'

export type Callable = { readonly lineId: string; readonly number: string }

/** A line that can be called now. @clause 14 */
export const callable = (line: Line | undefined): Decision<Callable> => {
  if (line === undefined) return refuse({ code: 'linkage.line-unknown', clause: '14' })
  if (line.closed) return refuse({ code: 'linkage.line-closed', clause: '14' })
  if (line.number === null) return refuse({ code: 'linkage.number-missing', clause: '14' })
  return accept({ lineId: line.lineId, number: line.number })
}

/**
 * 第十一条（一）: 经同意可三方通话、转接. Nobody is asked while life is in danger, which only the emergency lines are for.
 * @clause 11-1
 */
export const consented = (line: Pick<Line, 'kind'>, consent: Consent): Decision<'given' | 'emergency'> => {
  if (consent === 'given') return accept(consent)
  if (consent === 'none') return refuse({ code: 'linkage.no-consent', clause: '11-1' })
  return line.kind === 'emergency' ? accept(consent) : refuse({ code: 'linkage.consent-not-waived', clause: '11-1' })
}

export type Asked = {
  readonly line: Line | undefined
  readonly consent: Consent
  /** Undefined where it is not the asker's own call. */
  readonly call: { readonly isTalking: boolean; readonly hasRunning: boolean } | undefined
}

/** Whether a line may be called into a call now. @clause 14 */
export const callIn = ({ line, consent, call }: Asked): Decision<Callable & { readonly consent: 'given' | 'emergency' }> => {
  if (call === undefined) return refuse({ code: 'linkage.not-your-call', clause: '14' })
  if (!call.isTalking) return refuse({ code: 'linkage.not-talking', clause: '14' })
  if (call.hasRunning) return refuse({ code: 'linkage.already-running', clause: '14' })
  const to = callable(line)
  if (!to.ok || line === undefined) return to as Decision<never>
  const agreed = consented(line, consent)
  return agreed.ok ? accept({ ...to.value, consent: agreed.value }) : agreed
}

export type Linkage = { readonly way: Way; readonly state: LinkageState; readonly hasFeedback: boolean }

const known = (linkage: Linkage | undefined): Decision<Linkage> =>
  linkage === undefined ? refuse({ code: 'linkage.unknown', clause: '14' }) : accept(linkage)

/** A transfer: we leave, citizen and line stay joined. @clause 11-1 */
export const handOver = (linkage: Linkage | undefined): Decision<'handed-over'> => {
  const found = known(linkage)
  if (!found.ok) return found
  if (found.value.way !== 'transfer') return refuse({ code: 'linkage.not-a-transfer', clause: '11-1' })
  return found.value.state === 'joined' ? accept('handed-over') : refuse({ code: 'linkage.not-joined', clause: '14' })
}

/** The line leaves, or is not called any longer; the citizen stays with us. @clause 14 */
export const end = (linkage: Linkage | undefined): Decision<'cancelled' | 'ended'> => {
  const found = known(linkage)
  if (!found.ok) return found
  if (!lasts(found.value.state)) return refuse({ code: 'linkage.over', clause: '14' })
  return accept(found.value.state === 'calling' ? 'cancelled' : 'ended')
}

/** What became of it, told once, whichever way the linkage went. @clause 14 */
export const feedBack = (linkage: Linkage | undefined): Decision<Linkage> => {
  const found = known(linkage)
  if (!found.ok) return found
  if (!wasReached(found.value.state)) return refuse({ code: 'linkage.not-reached', clause: '14' })
  return found.value.hasFeedback ? refuse({ code: 'linkage.feedback-given', clause: '14' }) : found
}

/** A line hands a matter to us: it is recorded with what it became here. @clause 14 */
export const receive = (
  line: Line | undefined,
  became: { readonly hasContact: boolean; readonly hasOrder: boolean },
): Decision<Pick<Line, 'lineId'>> => {
  if (line === undefined) return refuse({ code: 'linkage.line-unknown', clause: '14' })
  return became.hasContact || became.hasOrder ? accept(line) : refuse({ code: 'linkage.became-nothing', clause: '14' })
}

/** Lines to call instead of one that was not reached: of the same kind, those below it in the directory first. */
export const nextLine = (lines: readonly Line[], failed: string): string | undefined => {
  const at = lines.findIndex(({ lineId }) => lineId === failed)
  const kind = lines[at]?.kind
  const others = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))]
  return others.find((line) => line.kind === kind && !line.closed && line.number !== null)?.lineId
}

const correctionOf = ({ number, note }: { readonly number: string | null; readonly note: string | null }) => JSON.stringify([number, note])
type Entry = { readonly number: string | null; readonly note: string | null }
/** A correction of number or note; what stood there is kept by whoever writes it. @clause 14 */
export const correct = (before: (Line & Entry) | undefined, after: Entry): Decision<Entry> => {
  if (before === undefined) return refuse({ code: 'linkage.line-unknown', clause: '14' })
  if (before.closed) return refuse({ code: 'linkage.line-closed', clause: '14' })
  return correctionOf(before) === correctionOf(after) ? refuse({ code: 'linkage.nothing-changed', clause: '14' }) : accept(after)
}
