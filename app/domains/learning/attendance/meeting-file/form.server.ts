import { isUuid, type PersonId } from '~/shared/ids'
import { done, type Outcome, refused } from '~/shared/outcome'
import { textOfMeetingFile } from './read.server'

export interface ImportForm {
  /** The text of the file, from the file or as it was pasted. */
  text: string
  /** Who each row is of, by the row's number; undefined when the file is only to be read. */
  choices: (PersonId | undefined)[] | undefined
}

type FormFault = 'missing' | 'too-large' | 'spreadsheet' | 'not-a-report' | 'empty'

/** Reads the form with a meeting's file, as an upload or as text of at most `most` bytes, and the leader's choices. */
export async function readImportForm(request: Request, most: number): Promise<Outcome<ImportForm, FormFault>> {
  const form = await request.formData()
  const file = form.get('file')
  const pasted = form.get('text')
  const isFile = file instanceof File && file.size > 0
  if (!isFile && file instanceof File && file.name !== '') return refused('empty')
  const bytes = isFile
    ? new Uint8Array(await file.arrayBuffer())
    : new TextEncoder().encode(typeof pasted === 'string' ? pasted : '')
  if (bytes.length === 0) return refused('missing')
  if (bytes.length > most) return refused('too-large')
  const text = textOfMeetingFile(bytes)
  if (!text.ok) return text
  if (form.get('intent') !== 'apply') return done({ text: text.value, choices: undefined })
  const choices: (PersonId | undefined)[] = []
  for (const [name, value] of form) {
    const row = /^person-(\d{1,5})$/.exec(name)
    if (row !== null && typeof value === 'string' && isUuid(value)) choices[Number(row[1])] = value as PersonId
  }
  return done({ text: text.value, choices: Array.from(choices) })
}
