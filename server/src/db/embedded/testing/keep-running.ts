import { startEmbedded } from '../index.ts'

// A program that starts the database and then only waits to be killed.
const dataFolder = process.argv[2] ?? ''
const { ownerUrl } = await startEmbedded({ dataFolder, logFile: `${dataFolder}.log`, careless: true })
process.stdout.write(`${ownerUrl}\n`)
process.stdin.resume()
