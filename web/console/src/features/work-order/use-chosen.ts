import { useState } from 'react'

/** Which orders of a list are chosen for a step together. */
export const useChosen = () => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const onChoose = (orderId: string, isChosen: boolean): void =>
    setChosen((before) => new Set(isChosen ? [...before, orderId] : [...before].filter((one) => one !== orderId)))
  return { chosen, setChosen, onChoose }
}
