import type { Language } from '../../http/call.ts'
import type { PageCall } from '../../http/mount.ts'

const languageCookie = 'open12345_language'
const aYear = 365 * 86_400

const isLanguage = (text: string | undefined): text is Language => text === 'zh' || text === 'en'

/** Chinese, unless somebody switched: the switch is remembered by this browser. */
export const pageLanguage = (call: PageCall): Language => {
  const asked = call.query['lang']
  if (isLanguage(asked)) {
    call.setCookie(languageCookie, asked, { maxAgeSeconds: aYear })
    return asked
  }
  const remembered = call.cookie(languageCookie)
  return isLanguage(remembered) ? remembered : 'zh'
}
