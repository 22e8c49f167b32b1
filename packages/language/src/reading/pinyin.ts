import { pinyin } from 'pinyin-pro'

/** What sounds alike in the south-west is one: zh/z, ch/c, sh/s, n/l before a vowel, -ng/-n. */
const soundsLike = (syllable: string): string =>
  syllable
    .replaceAll('ü', 'v')
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/ng$/, 'n')

export type Sound = { readonly letters: string; readonly alike: string }

/** How a run of Chinese sounds, sign by sign, as the words around it have it read. */
export const sounds = (run: string): readonly Sound[] =>
  pinyin(run, { toneType: 'none', type: 'array', nonZh: 'removed' }).map((letters) => ({
    letters: letters.replaceAll('ü', 'v'),
    alike: soundsLike(letters),
  }))
