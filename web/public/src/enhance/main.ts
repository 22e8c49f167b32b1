import { countCharacters } from './count.ts'
import { keepDraft } from './draft.ts'
import { narrowTownships } from './townships.ts'
import { sendOnce } from './once.ts'
import { offerPrint, pointAtProblems, showForKind } from './small.ts'
import { uploadAtOnce } from './upload.ts'

// Each helps where it can: a page without it, and a browser that cannot run it, work the same.
for (const help of [pointAtProblems, narrowTownships, keepDraft, countCharacters, showForKind, uploadAtOnce, sendOnce, offerPrint]) {
  try {
    help(document)
  } catch {
    // The plain page stays.
  }
}
