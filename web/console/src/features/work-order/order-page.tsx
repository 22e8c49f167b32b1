import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { LoadedOrder } from './panel/order-panel.tsx'

export const OrderPage = (): ReactElement => {
  const { orderId } = useParams({ from: '/inside/orders/$orderId' })
  return (
    <div className="page">
      <LoadedOrder orderId={orderId} isAlone />
    </div>
  )
}
