import {
  clockNames,
  inheritedClocks,
  inheritedSettings,
  liangshan202318,
  sichuan2025,
  type ClockName,
  type ClockRule,
  type Pack,
  type Settings,
} from '@open12345/domain/policy'
import { kinds } from '@open12345/domain/vocabulary'
import { checkedBy, faultsOf, sound, unless, unsound, type Checked, type Fault } from './fault.ts'
import { packShape, settingNames, type PackFile } from './pack-shape.ts'

/** The norms that come with the program; a folder's own may inherit from them. */
export const programPacks: readonly Pack[] = [liangshan202318, sichuan2025]

export type WrittenPack = { readonly file: string; readonly source: unknown }
type Written = { readonly file: string; readonly pack: PackFile }

/** What a limit by kind does not name stays as the parent has it. */
const ownClock = (rule: ClockRule, parents: ClockRule | undefined): ClockRule =>
  rule.basis === 'by-kind' && parents?.basis === 'by-kind' ? { ...rule, kinds: { ...parents.kinds, ...rule.kinds } } : rule

const clocksOf = ({ clocks }: PackFile, parent: Pack | undefined): Partial<Pack['clocks']> => {
  const inherited: Partial<Pack['clocks']> = parent === undefined ? {} : inheritedClocks(parent)
  const own = Object.entries(clocks).map(([name, rule]) => [name, ownClock(rule as ClockRule, inherited[name as ClockName])])
  return { ...inherited, ...(Object.fromEntries(own) as Partial<Pack['clocks']>) }
}

const missing = (file: string, field: string): Fault => ({
  file,
  field,
  zh: '缺少这一项，所依据的规定里也没有。',
  en: 'It is missing, and no norm is inherited that has it.',
})

const gapsIn = (file: string, clocks: Partial<Pack['clocks']>, settings: Partial<Settings>): readonly Fault[] => [
  ...clockNames.filter((name) => clocks[name] === undefined).map((name) => missing(file, `clocks.${name}`)),
  ...settingNames.filter((name) => settings[name] === undefined).map((name) => missing(file, `settings.${name}`)),
  ...Object.entries(clocks).flatMap(([name, rule]) =>
    rule.basis === 'by-kind'
      ? kinds.filter((kind) => rule.kinds[kind] === undefined).map((kind) => missing(file, `clocks.${name}.kinds.${kind}`))
      : [],
  ),
]

const restsOn = (rule: ClockRule): readonly ClockName[] => {
  if (rule.basis === 'by-urgency') return Object.values(rule.others).map(({ clock }) => clock)
  return 'clock' in rule ? [rule.clock] : []
}

/** A clock that rests on itself by way of others would never be counted out. */
const ringsIn = (file: string, { clocks }: Pack): readonly Fault[] => {
  const reaches = (from: ClockName, seen: ReadonlySet<ClockName>): boolean =>
    restsOn(clocks[from]).some((next) => seen.has(next) || reaches(next, new Set([...seen, next])))
  return clockNames
    .filter((name) => reaches(name, new Set([name])))
    .map((name) => ({ file, field: `clocks.${name}`, zh: '这个时限绕回了自己。', en: 'This clock rests on itself.' }))
}

const silentIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'silent' && typeof inner === 'string' ? [inner] : silentIn(inner)))
}

const unregisteredIn = (file: string, pack: Pack): readonly Fault[] => {
  const known = new Set(pack.silentDefaults.map(({ id }) => id))
  const named = [
    ...silentIn([pack.clocks, pack.settings, pack.warnings]),
    ...Object.values(pack.countingRestsOn),
    pack.datesAssumed ?? [],
  ].flat()
  return [...new Set(named)]
    .filter((id) => !known.has(id))
    .map((id) => ({ file, field: 'silentDefaults', zh: `没有登记默认值 ${id}。`, en: `The default ${id} is not registered.` }))
}

const compiled = ({ file, pack }: Written, parent: Pack | undefined): Checked<Pack> => {
  const clocks = clocksOf(pack, parent)
  const settings = { ...(parent && inheritedSettings(parent)), ...pack.settings } as Partial<Settings>
  const warnings = pack.warnings ?? (parent && { ...parent.warnings, inheritedFrom: parent.id })
  const gaps = [...gapsIn(file, clocks, settings), ...(warnings === undefined ? [missing(file, 'warnings')] : [])]
  if (gaps.length > 0) return unsound(...gaps)
  const whole = {
    ...pack,
    clocks,
    settings,
    warnings,
    countingRestsOn: pack.countingRestsOn ?? parent?.countingRestsOn ?? {},
    silentDefaults: [...(parent?.silentDefaults ?? []), ...pack.silentDefaults],
  } as Pack
  return unless([...ringsIn(file, whole), ...unregisteredIn(file, whole)], whole)
}

const readAll = (written: readonly WrittenPack[]): Checked<readonly Written[]> => {
  const read = written.map(({ file, source }) => {
    const pack = checkedBy(packShape, source, { file })
    return pack.ok ? sound({ file, pack: pack.value }) : pack
  })
  const packs = read.flatMap((one) => (one.ok ? [one.value] : []))
  const ids = [...programPacks.map(({ id }) => id), ...packs.map(({ pack }) => pack.id)]
  const taken = packs
    .filter(({ pack }) => ids.indexOf(pack.id) !== ids.lastIndexOf(pack.id))
    .map(({ file, pack }) => ({ file, field: 'id', zh: `已经有名为 ${pack.id} 的规定。`, en: `There is a pack ${pack.id} already.` }))
  return unless([...faultsOf(...read), ...taken], packs)
}

/** The packs of a folder, those inherited from before those that inherit. */
export const packsOf = (
  written: readonly WrittenPack[],
): Checked<{ readonly own: readonly Pack[]; readonly known: ReadonlySet<string> }> => {
  const read = readAll(written)
  if (!read.ok) return read
  const known = new Map(programPacks.map((pack) => [pack.id, pack]))
  const own: Pack[] = []
  let waiting = read.value
  while (waiting.length > 0) {
    const ready = waiting.filter(({ pack }) => pack.inherits === null || known.has(pack.inherits))
    if (ready.length === 0) break
    for (const one of ready) {
      const pack = compiled(one, one.pack.inherits === null ? undefined : known.get(one.pack.inherits))
      if (!pack.ok) return pack
      known.set(pack.value.id, pack.value)
      own.push(pack.value)
    }
    waiting = waiting.filter((one) => !ready.includes(one))
  }
  const orphans = waiting.map(({ file, pack }) => ({
    file,
    field: 'inherits',
    zh: `没有名为 ${pack.inherits} 的规定，或互相沿用成了环。`,
    en: `There is no pack ${pack.inherits}, or the packs inherit from each other in a ring.`,
  }))
  return unless(orphans, { own, known: new Set(known.keys()) })
}
