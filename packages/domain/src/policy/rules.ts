import { dayOf, isoOf, type Calendar, type Words } from '../calendar/index.ts'
import { accept, refuse, type Decision } from '../kernel/index.ts'
import type { Pack } from './pack.ts'
import type { StatutoryLimit } from './statutory.ts'

/** An authority works by a pack from a date to a date, by a document. */
export type Adoption = {
  readonly pack: string
  readonly from: string
  readonly to: string | null
  readonly document: string
  /** 第二十七条: who says what the norm means, where it says who does. */
  readonly interpretedBy?: Words | undefined
}

export type Authority = {
  readonly id: string
  readonly name: Words
  /** As people say it, where that is shorter than the name in law. */
  readonly shortName?: Words
  /** The id of its calendar. */
  readonly calendar: string
  readonly adoptions: readonly Adoption[]
}

/** All norms, adoptions and calendars that are known. */
export type World = {
  readonly authorities: readonly Authority[]
  readonly packs: readonly Pack[]
  readonly calendars: readonly Calendar[]
  readonly statutory: readonly StatutoryLimit[]
}

/** What binds one authority at one instant. */
export type Rules = {
  readonly authority: string
  readonly pack: Pack
  readonly calendar: Calendar
  readonly statutory: readonly StatutoryLimit[]
}

/** A pack or calendar named outright instead of the authority's own. */
export type WhatIf = { readonly pack?: string | undefined; readonly calendar?: string | undefined }

const holds = (from: string, to: string | null, on: string): boolean => from <= on && (to === null || on <= to)

const authorityOf = (world: World, id: string): Decision<Authority> => {
  const authority = world.authorities.find((one) => one.id === id)
  return authority ? accept(authority) : refuse({ code: 'policy.unknown-authority', facts: { authority: id } })
}

const noneInForce = (authority: string, on: string): Decision<never> =>
  refuse({ code: 'policy.none-in-force', clause: '28', facts: { authority, date: on } })

/**
 * 第二十八条: the pack that an authority has adopted and that is in force on a date (`2023-08-08`); of several the one adopted last.
 * Refuses `policy.unknown-authority`, `policy.none-in-force`: no pack is guessed.
 * @clause 28
 */
export const packInForce = (authorityId: string, on: string, world: World): Decision<Pack> => {
  const authority = authorityOf(world, authorityId)
  if (!authority.ok) return authority
  const inForce = authority.value.adoptions
    .filter(({ from, to }) => holds(from, to, on))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))
    .flatMap(({ pack }) => world.packs.find((one) => one.id === pack) ?? [])
    .find((pack) => holds(pack.effectiveFrom, pack.effectiveTo, on))
  return inForce ? accept(inForce) : noneInForce(authorityId, on)
}

/** A pack named outright, for a what-if; the same refusal on a date outside its own. */
const namedPack = (packId: string, authorityId: string, on: string, world: World): Decision<Pack> => {
  const pack = world.packs.find((one) => one.id === packId)
  if (!pack) return refuse({ code: 'policy.unknown-pack', facts: { pack: packId } })
  return holds(pack.effectiveFrom, pack.effectiveTo, on) ? accept(pack) : noneInForce(authorityId, on)
}

/**
 * The rules that bind an authority at an instant. An order keeps those of its acceptance: later packs never reach back.
 * Refuses `policy.unknown-authority`, `policy.none-in-force`, `policy.unknown-pack`, `calendar.unknown`.
 * @clause 28
 */
export const rulesAt = (authorityId: string, at: Temporal.Instant, world: World, whatIf: WhatIf = {}): Decision<Rules> => {
  const on = isoOf(dayOf(at.epochMilliseconds))
  const authority = authorityOf(world, authorityId)
  if (!authority.ok) return authority
  const pack = whatIf.pack === undefined ? packInForce(authorityId, on, world) : namedPack(whatIf.pack, authorityId, on, world)
  if (!pack.ok) return pack
  const calendarId = whatIf.calendar ?? authority.value.calendar
  const calendar = world.calendars.find((one) => one.id === calendarId)
  if (!calendar) return refuse({ code: 'calendar.unknown' })
  return accept({ authority: authorityId, pack: pack.value, calendar, statutory: world.statutory })
}
