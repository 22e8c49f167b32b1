import type { OrderView } from '@open12345/contract/work-order'
import type { Page } from './page.ts'

/** 20c: who is named for a sealed order, shown to each other. Whoever left keeps the name, without unit and role. */
export const knownToView = ({ order, names, people }: Page): OrderView['knownTo'] =>
  order.knownTo?.map((accountId) => {
    const { unitNames = [], roles = [] } = people.get(accountId) ?? {}
    return { accountId, name: names.person(accountId), unitNames: [...unitNames], roles: [...roles] }
  }) ?? null
