import { setTimeout as pause } from 'node:timers/promises'
import { killNow, postmasterOf, processesOn } from './processes.ts'
import { lastWords, startProgram, untilWell, type Program, type ProgramSettings } from './program.ts'

/** The program and its database, and whoever brings them up again. */
export type House = {
  settings: ProgramSettings
  program: Program
  /** Starts that ended by themselves, and a program that went down with its database, with what it said last. */
  readonly failures: string[]
}

export const openHouse = (settings: ProgramSettings): House => ({
  settings,
  program: startProgram(settings),
  failures: [],
})

const mostStarts = 5

/** As a person would: waits until it is well, and starts it again where it is down. */
export const bringUp = async (house: House): Promise<void> => {
  for (let starts = 0; starts < mostStarts; starts++) {
    if (house.program.hasEnded()) house.program = startProgram(house.settings)
    if (await untilWell(house.program, house.settings)) return
    house.failures.push(`did not start: ${lastWords(house.settings.folder)}`)
  }
  throw new Error(`the program does not come up: ${lastWords(house.settings.folder)}`)
}

export const killServer = async ({ program }: House): Promise<boolean> => {
  const was = !program.hasEnded() && killNow(program.child.pid)
  await program.ended
  return was
}

export const killPostmaster = ({ settings }: House): boolean => killNow(postmasterOf(settings.folder))

/** Ends in good order; answers the processes that stayed behind, after a moment for those that are just going. */
export const close = async ({ program, settings }: House): Promise<readonly number[]> => {
  program.child.kill('SIGTERM')
  await program.ended
  return leftBehind(settings.folder)
}

export const leftBehind = async (folder: string): Promise<readonly number[]> => {
  for (let looks = 0; looks < 100; looks++, await pause(100)) if (processesOn(folder).length === 0) return []
  return processesOn(folder)
}
