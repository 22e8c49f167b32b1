import { parsePhone, type Phone } from '@open12345/domain/identity'
import type { Tx } from '../../db/transaction.ts'
import { faultLine } from './prefecture/fault.ts'
import { normsOf, type Norms } from './prefecture/norms.ts'

/** What binds the actor's prefecture, as it was last loaded; undefined where none was. */
export const loadedNorms = async (tx: Tx): Promise<Norms | undefined> => {
  const kept = await tx.selectFrom('prefecture').select(['profile', 'calendar']).executeTakeFirst()
  if (kept === undefined) return undefined
  const packs = await tx.selectFrom('policy_pack').select(['pack_id', 'pack']).orderBy('pack_id').execute()
  const norms = normsOf({
    authority: kept.profile,
    calendar: kept.calendar,
    packs: packs.map(({ pack_id: id, pack }) => ({ file: `policy_pack ${id}`, source: pack })),
  })
  if (!norms.ok) throw new Error(`a prefecture was loaded that is not understood now:\n${norms.faults.map(faultLine).join('\n')}`)
  return norms.value
}

const areaCodeOf = async (tx: Tx): Promise<string | undefined> => {
  const kept = await tx.selectFrom('prefecture').select('profile').executeTakeFirst()
  return (kept?.profile as { readonly areaCode?: string } | undefined)?.areaCode
}

/** A number as somebody gave it; the prefecture's area code completes a landline that was given without it. */
export const readPhone = async (tx: Tx, text: string): Promise<Phone | undefined> => {
  const phone = parsePhone(text)
  // A mobile is whole as it is, and most numbers are.
  return phone?.kind === 'mobile' ? phone : parsePhone(text, await areaCodeOf(tx))
}
