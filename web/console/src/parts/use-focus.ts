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

/** What comes in the place of a pressed button takes its focus; whoever has gone on to another field is left there. */
export const useFocusIfLost = <E extends HTMLElement>(state: unknown): RefObject<E | null> => {
  const here = useRef<E>(null)
  useEffect(() => {
    const now = document.activeElement
    if (now !== document.body && here.current?.contains(now) !== true) return
    here.current?.focus()
    // What has the focus already, and has grown, is not scrolled to by it.
    here.current?.scrollIntoView({ block: 'nearest' })
  }, [state])
  return here
}
