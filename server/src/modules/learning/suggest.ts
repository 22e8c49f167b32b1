import { kindsMeant, subjectsMeant, type Scored } from '@open12345/domain/intake'
import { kinds, type Kind } from '@open12345/domain/vocabulary'
import type { Model } from '@open12345/language/learning'
import type { App } from '../../app.ts'
import { systemActor } from '../../db/actor.ts'
import { asActor } from '../../db/transaction.ts'
import { spokenBy } from './spoken.ts'
import { modelRows, openModel } from './store.ts'
import type { Told } from './tables.ts'

/** What it comes from: a model that this authority's own orders taught, by its version, together with the rules, or the rules alone. */
export type Source = { readonly by: 'model'; readonly version: number } | { readonly by: 'rules' }

/** The surest first; empty where nothing is said for anything. */
export type Suggestion<Value extends string = string> = { readonly from: Source; readonly ranked: readonly Scored<Value>[] }

export type Suggested = {
  readonly kind: Suggestion<Kind>
  /** Codes of the subject catalogue. */
  readonly subject: Suggestion
  /** Units that answered such matters; the rules know none, the responsibility catalogue speaks first. */
  readonly unit: Suggestion
}

/** `where`: the names of the place of the matter, as far as it is known; the unit depends on it. */
export type Suggest = (text: string, where?: string) => Suggested

type Opened = { readonly version: number; readonly digest: string; readonly model: Model }
type InUse = Readonly<Partial<Record<Told, Opened>>>

/** What a process has opened already; a model is some megabytes, and stays what it is. */
const opened = new WeakMap<App, InUse>()

const inUse = (app: App): Promise<InUse> =>
  asActor(app.database, systemActor(app.config.authorityId), async (tx) => {
    const before = opened.get(app) ?? {}
    const now: Partial<Record<Told, Opened>> = {}
    for (const row of await modelRows(tx, app.config.authorityId)) {
      if (row.state !== 'in-use') continue
      const { tells, version, digest } = row
      const known = before[tells]
      const model = known?.digest === digest && known.version === version ? known.model : await openModel(tx, app.config.authorityId, row)
      if (model === undefined) app.log.warn({ tells, version }, 'a learned model is not what was kept; the rules are used')
      else now[tells] = { version, digest, model }
    }
    opened.set(app, now)
    return now
  })

const byModel = (tells: Told, { version, model }: Opened, text: string, where: string): Suggestion => ({
  from: { by: 'model', version },
  ranked: spokenBy(tells, model, text, where),
})
const byRules = <Value extends string>(ranked: readonly Scored<Value>[]): Suggestion<Value> => ({ from: { by: 'rules' }, ranked })

const asKinds = ({ from, ranked }: Suggestion): Suggestion<Kind> => ({
  from,
  ranked: ranked.flatMap((scored) => kinds.filter((kind) => kind === scored.value).map((value) => ({ ...scored, value }))),
})

/** Reads what is in use now; the answer reads words, a few milliseconds each, without asking anybody. */
export const suggestFrom = async (app: App): Promise<Suggest> => {
  const { kind, subject, unit } = await inUse(app)
  return (text, where = '') => ({
    kind: kind === undefined ? byRules(kindsMeant(text)) : asKinds(byModel('kind', kind, text, where)),
    subject: subject === undefined ? byRules(subjectsMeant(text)) : byModel('subject', subject, text, where),
    unit: unit === undefined ? byRules([]) : byModel('unit', unit, text, where),
  })
}
