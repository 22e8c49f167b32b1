import { subjects } from '@open12345/contract/vocabulary'
import { useLabel } from '@open12345/ui/language.ts'

const byCode = new Map(subjects.map((subject) => [subject.code, subject.label]))
export const useSubjectName = (): ((code: string | null) => string) => {
  const label = useLabel()
  return (code) => (code === null ? '' : label(byCode.get(code)) || code)
}
