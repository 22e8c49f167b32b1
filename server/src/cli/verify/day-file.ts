/**
 * The file of one day, as a third party keeps it: JSON with the signed day, its seals, and the texts that were sealed. Nothing else is asked, no
 * database and no program: texts give digests, digests give heads, the last head is the one that was signed.
 */
import { readFileSync } from 'node:fs'
import { faultOfSignature, sm3, type PublicKeys } from './signed-day.ts'

type Seal = {
  readonly batchNo: string
  readonly sealedAt: string
  readonly previousHead: string
  readonly head: string
  readonly texts: readonly string[]
}
type DayFile = {
  readonly authorityId: string
  readonly day: string
  readonly lastBatch: string
  readonly head: string
  readonly records: string
  readonly previous: string
  readonly signedAt: string
  readonly keyId: string
  readonly signature: string
  readonly seals: readonly Seal[]
}

const faultOfSeal = (authority: string, seal: Seal, previous: string | undefined): string | undefined => {
  if (previous !== undefined && seal.previousHead !== previous) return `seal ${seal.batchNo} does not continue the one before`
  const line = `${authority} ${seal.batchNo} ${seal.sealedAt} ${seal.texts.length}\n`
  const head = sm3(line, Buffer.from(seal.previousHead, 'hex'), ...seal.texts.map((text) => sm3(text)))
  return head.toString('hex') === seal.head ? undefined : `seal ${seal.batchNo} or one of its records was changed`
}

const faultOf = (keys: PublicKeys, file: DayFile): string | undefined => {
  let previous: string | undefined
  for (const seal of file.seals) {
    const broken = faultOfSeal(file.authorityId, seal, previous)
    if (broken !== undefined) return broken
    previous = seal.head
  }
  if (previous !== undefined && previous !== file.head) return `the last seal is not the one that was signed`
  const count = file.seals.reduce((sum, { texts }) => sum + texts.length, 0)
  if (String(count) !== file.records) return `${count} records are in the file, ${file.records} were signed`
  return faultOfSignature(keys, { ...file, signature: Buffer.from(file.signature, 'base64') })
}

/** Says whether the file of a day holds; answers whether it does. */
export const verifyDayFile = (path: string, keys: PublicKeys): boolean => {
  const file = JSON.parse(readFileSync(path, 'utf8')) as DayFile
  const broken = faultOf(keys, file)
  const what = `${file.authorityId} ${file.day}: ${file.seals.length} seals, ${file.records} records, head ${file.head}`
  console.log(broken === undefined ? `当日审计完好 ok  ${what}` : `当日审计有误 BROKEN  ${what}; ${broken}`)
  return broken === undefined
}
