import { noteReasons, type NoteReason } from '@open12345/domain/vocabulary'
import type { Ending } from '../matter.ts'
import { citizenDoes, does, inOffice, later, lookAgain, type Story, type Told } from '../story.ts'
import { followUpNote, lawfulBasis } from '../words/after.ts'
import { disputeGrounds, markCitation, newFacts, noteBasis, screeningWords, unitExplanation } from '../words/ending.ts'
import { closesLawfully, officersOf } from './after.ts'
import { dispatchersOf } from './centre.ts'
import { unitOf } from './unit.ts'

type Of<What extends Ending['what']> = Extract<Ending, { readonly what: What }>

/** 13-3: the officer hears that law, policy or an expectation stands in the way, which no redo mends. */
const isConfirmed = (story: Story, officer: string, reason: NoteReason): Promise<boolean> =>
  does(story, officer, (words) => ({
    name: 'follow-up',
    outcome: 'dissatisfied',
    service: null,
    reason,
    noteText: words.put('centre-note', followUpNote(story.chance, 'dissatisfied')),
  }))

/** 13-3b: the unit explains, and a second person closes. */
async function* isNoted(story: Story, { isExplained }: Of<'noted'>): Told {
  const { chance } = story
  const officer = chance.pick(officersOf(story))
  const reason = chance.pick(noteReasons)
  yield inOffice(story, 20, 380)
  if (!(await isConfirmed(story, officer, reason)) || !isExplained) return
  yield inOffice(story, 60, 800)
  await does(story, `handler-${unitOf(story)}`, (words) => ({
    name: 'explain',
    reason,
    explanationText: words.put('unit-explanation', unitExplanation(chance, reason)),
    proofFiles: [],
  }))
  yield inOffice(story, 30, 400)
  const second = officersOf(story).find((one) => one !== officer) ?? 'centre-manager'
  await does(story, second, (words) => ({ name: 'close-noted', basisText: words.put('note-basis', noteBasis(chance)) }))
}

/** 13-3c: the unit objects to the rating, with evidence; the manager screens it. */
async function* isDisputed(story: Story, { decision }: Of<'dispute'>): Told {
  const { chance } = story
  const officer = chance.pick(officersOf(story))
  yield inOffice(story, 20, 380)
  if (!(await isConfirmed(story, officer, chance.pick(noteReasons)))) return
  await closesLawfully(story, officer, lawfulBasis(chance))
  yield inOffice(story, 60, 900)
  await does(story, `clerk-${unitOf(story)}`, (words) => ({
    name: 'dispute-rating',
    groundsText: words.put('dispute', disputeGrounds(chance)),
    proofFiles: [],
  }))
  if (decision === null) return
  yield inOffice(story, 100, 1200)
  const isOut = decision === 'out'
  await does(story, 'centre-manager', (words) => ({
    name: 'screen-rating',
    isOut,
    decisionText: words.put('dispute', screeningWords(chance, isOut)),
  }))
}

const day = 24 * 60

/** 13-3a: new facts within fifteen days take it up again. */
async function* isReopened(story: Story): Told {
  yield later(story, 0.5 * day, 6 * day)
  await citizenDoes(story, (words) => ({ name: 'reopen', factsText: words.put('facts', newFacts(story.chance)) }))
  await lookAgain(story)
}

/** 13-3d: what goes by law, not by satisfaction. */
async function* isMarked(story: Story, { mark }: Of<'mark'>): Told {
  const { chance } = story
  yield inOffice(story, 30, 500)
  await does(story, chance.pick(dispatchersOf(story)), (words) => ({
    name: 'mark',
    mark,
    citationText: words.put('citation', markCitation(chance, mark)),
  }))
}

const begins: Readonly<Record<Ending['what'], Story['stage']>> = {
  noted: 'manual-follow-up',
  dispute: 'manual-follow-up',
  reopen: 'closed',
  mark: 'in-hand',
}

const way = (story: Story, ending: Ending): Told => {
  switch (ending.what) {
    case 'noted':
      return isNoted(story, ending)
    case 'dispute':
      return isDisputed(story, ending)
    case 'reopen':
      return isReopened(story)
    case 'mark':
      return isMarked(story, ending)
  }
}

/** How it ends besides thanks and silence, once it has come that far. */
export async function* hasEnding(story: Story): Told {
  const { ending } = story.matter
  if (ending === null || story.hasEnding || story.stage !== begins[ending.what]) return
  story.hasEnding = true
  yield* way(story, ending)
}
