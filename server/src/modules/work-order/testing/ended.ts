import type { Filed, OrderHouse } from './order-house.ts'

/** Where the tests of how an order ends begin. */
export const endedIn = (house: OrderHouse) => {
  const answered = async (request: object = {}): Promise<Filed> => {
    const filed = await house.dispatchedTo('housing', request)
    await house.done('clerk-housing', filed.orderId, 'sign')
    await house.done('handler-housing', filed.orderId, 'draft', { reply: '已按规定办理。' })
    await house.done('reviewer-housing', filed.orderId, 'approve')
    await house.done('handler-housing', filed.orderId, 'deliver', { way: 'tracking-page' })
    return filed
  }
  const rate = async ({ token }: Filed, result: string): Promise<void> => {
    const { status } = await house.citizen(token)('POST', '/requests/mine/rating', { result })
    if (status !== 200) throw new Error(`rating: ${status}`)
  }
  /** A follow-up officer has heard from the requester why. */
  const confirmed = async (reason: string, request: object = {}): Promise<Filed> => {
    const filed = await answered(request)
    await rate(filed, 'dissatisfied')
    await house.done('follow-up', filed.orderId, 'follow-up', { outcome: 'dissatisfied', reason })
    return filed
  }
  const satisfied = async (request: object = {}): Promise<Filed> => {
    const filed = await answered(request)
    await rate(filed, 'satisfied')
    return filed
  }
  return { answered, confirmed, satisfied }
}
