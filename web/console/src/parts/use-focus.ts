import { useEffect, useRef, type RefObject } from 'react'

/** Whoever closes what they opened is back at its button or its list, not at the top of the page. */
export const useFocusAfter = <E extends HTMLElement>(isOpen: boolean): RefObject<E | null> => {
  const place = useRef<E>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) place.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return place
}

const fields = 'input:checked, input:not([type=radio]), textarea'

/** A form that opens in the place of its button takes the focus with its first field. */
export const useFocusInside = <E extends HTMLElement>(): RefObject<E | null> => {
  const frame = useRef<E>(null)
  useEffect(() => frame.current?.querySelector<HTMLElement>(fields)?.focus(), [])
  return frame
}

/** What has appeared, and is to be read before anything else is pressed, takes the focus itself. */
export const useFocusHere = <E extends HTMLElement>(): RefObject<E | null> => {
  const here = useRef<E>(null)
  useEffect(() => here.current?.focus(), [])
  return here
}
