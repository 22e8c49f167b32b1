import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

type Stat = { readonly parent: number; readonly ownTicks: number; readonly endedTicks: number }

/** Fields of /proc/PID/stat after the command's name, which may hold blanks. */
const statOf = (pid: number): Stat | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const at = (position: number): number => Number(fields[position - 3])
    return { parent: at(4), ownTicks: at(14) + at(15), endedTicks: at(16) + at(17) }
  } catch {
    return undefined
  }
}

/** Milliseconds of processor time that a process, its children that live and those that have ended used so far (Linux). */
export const processorMs = (pid: number): number => {
  const own = statOf(pid)
  if (own === undefined) return 0
  let ticks = own.ownTicks + own.endedTicks
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const child = statOf(Number(name))
    if (child?.parent === pid) ticks += child.ownTicks + child.endedTicks
  }
  return (ticks * 1000) / ticksPerSecond
}
