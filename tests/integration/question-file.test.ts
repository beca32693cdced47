import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { bankFilterOf, bankScope, plainFromQuiz, plainQuiz, type Question } from '~/domains/catalogue'
import { examineQuizFile, listBank, readInQuestions, retireBankQuestion } from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import { action, loader } from '~/routes/question-bank-import'
import type { OrganisationId } from '~/shared/ids'
import { paths } from '~/shared/paths'
import { ask } from '../support/ask'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, westumFramework } from '../support/factories'
import { everyType } from '../support/questions'
import { requestOf } from '../support/signed-in'

const db = await testDatabase()
const now = new Date('2025-03-24T08:00:00Z')
const fileOf = (questions: Question[]) =>
  stringify(plainFromQuiz({ title: 'Prov', pass: 70, quiz: plainQuiz, questions }))

async function ground() {
  await westumFramework(db)
  const { organisationId } = await makeOrganisation(db)
  const editor = await makeActor(db, 'redaktor', { organisationId })
  const inBank = () => listBank(db, bankScope(editor), bankFilterOf(new URLSearchParams()))
  return { organisationId, editor, inBank }
}

interface Sent {
  text?: string
  file?: { name: string; bytes: Uint8Array }
  [field: string]: unknown
}

async function send(actor: Actor, organisationId: OrganisationId, { file, ...fields }: Sent) {
  const { headers } = await requestOf(actor.personId, paths.importQuestions())
  const body = new FormData()
  for (const [name, value] of Object.entries({ organisationId, courseId: '', tags: 'Bröd', ...fields }))
    body.set(name, String(value))
  if (file !== undefined) body.set('file', new File([new Uint8Array(file.bytes)], file.name))
  const address = new URL(paths.importQuestions(), 'http://portal.example')
  const request = new Request(address, { method: 'POST', headers: { cookie: headers.get('cookie') ?? '' }, body })
  const run = () => action({ request, params: {}, context: {} } as never) as Promise<unknown>
  const answer = await run().catch((thrown: unknown) => thrown)
  if (answer instanceof Response)
    return { status: answer.status, to: answer.headers.get('location') ?? '', said: undefined }
  const { data, init } = answer as {
    data: { error: string | null; found: { text: string; questions: { state: string }[] } | null }
    init?: ResponseInit
  }
  return { status: init?.status ?? 200, to: '', said: data }
}
const yaml = (text: string) => ({ name: 'fragor.yaml', bytes: new TextEncoder().encode(text) })

describe('a file of questions', () => {
  it('is looked through, read in with its tags, and read in again without harm', async () => {
    const { organisationId, editor, inBank } = await ground()
    const text = fileOf(everyType)
    const shown = await send(editor, organisationId, { file: yaml(text) })
    expect(shown.status).toBe(200)
    expect(shown.said?.found?.questions.map(({ state }) => state)).toEqual(everyType.map(() => 'new'))
    expect(await inBank()).toEqual([])
    const kept = shown.said?.found?.text ?? ''
    const done = await send(editor, organisationId, { intent: 'apply', text: kept })
    expect(done).toMatchObject({ status: 302, to: paths.importQuestions('?inlasta=8&fanns=0') })
    const stored = await inBank()
    expect(stored.map(({ question }) => question.type).sort()).toEqual(everyType.map(({ type }) => type).sort())
    expect(stored.every(({ tags }) => tags.join() === 'bröd')).toBe(true)
    const again = await send(editor, organisationId, { file: yaml(text) })
    expect(again.said?.found?.questions.every(({ state }) => state === 'present')).toBe(true)
    const repeated = await send(editor, organisationId, { intent: 'apply', text: kept.replaceAll('\n', '\r\n') })
    expect(repeated.to).toBe(paths.importQuestions('?inlasta=0&fanns=8'))
    expect(await inBank()).toHaveLength(8)
  })
  it('gives the bank its whole questions, each once, and tells what is wrong with the others', async () => {
    const { organisationId, editor, inBank } = await ground()
    const [first, ...rest] = everyType
    if (first === undefined) throw new Error('There is no question')
    const faulty = { ...first, prompt: '' }
    const text = fileOf([first, faulty, { ...first, key: 'q9' }, ...rest])
    const examined = await examineQuizFile(db, editor, { organisationId, text })
    const states = examined.ok ? examined.questions.map(({ state }) => state) : []
    expect(states.slice(0, 4)).toEqual(['new', 'faulty', 'present', 'new'])
    const contents = (examined.ok ? examined.whole : []).map((question) => ({
      ...{ question, courseId: null, tags: [], competenceCodes: [] },
    }))
    const made = { organisationId, contents, now }
    expect(await readInQuestions(db, editor, made)).toEqual({ ok: true, value: { added: 8, present: 1 } })
    const [one] = await inBank()
    if (one === undefined) throw new Error('Nothing was read in')
    await retireBankQuestion(db, editor, one, { retired: true, now })
    expect(await readInQuestions(db, editor, made)).toEqual({ ok: true, value: { added: 1, present: 8 } })
  })
  it('is read in once by two who read it in at the same time', async () => {
    const { organisationId, editor, inBank } = await ground()
    const contents = everyType.map((question) => ({ question, courseId: null, tags: [], competenceCodes: [] }))
    const both = await Promise.all([1, 2].map(() => readInQuestions(db, editor, { organisationId, contents, now })))
    expect(both.map((one) => (one.ok ? one.value.added : -1)).sort()).toEqual([0, 8])
    expect(await inBank()).toHaveLength(8)
  })
  it('that cannot be read is refused in a sentence, and so is one that is too large', async () => {
    const { organisationId, editor, inBank } = await ground()
    const refusal = async (name: string, bytes: Uint8Array) => {
      const { status, said } = await send(editor, organisationId, { file: { name, bytes } })
      return [status, said?.error, said?.found]
    }
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])
    expect(await refusal('bild.png', png)).toEqual([400, expect.stringContaining('inte en textfil'), null])
    const csv = new TextEncoder().encode('fråga;svar\nEtt;Två\n')
    expect(await refusal('lista.csv', csv)).toEqual([400, expect.stringContaining('format: westum-quiz'), null])
    const large = new Uint8Array(500_001).fill(97)
    expect(await refusal('stor.json', large)).toEqual([400, expect.stringContaining('större än 500 kB'), null])
    const deep = new TextEncoder().encode('{"a":'.repeat(90_000))
    expect(await refusal('djup.json', deep)).toEqual([400, expect.stringContaining('går inte att läsa'), null])
    expect(await refusal('', new Uint8Array())).toEqual([400, expect.stringContaining('Välj en fil'), null])
    expect(await inBank()).toEqual([])
  })
  it('is not put in the bank of another organisation, nor by those who keep no questions', async () => {
    const { organisationId, editor } = await ground()
    const other = await ground()
    const contents = everyType.map((question) => ({ question, courseId: null, tags: [], competenceCodes: [] }))
    const made = { organisationId: other.organisationId, contents, now }
    expect(await readInQuestions(db, editor, made)).toEqual({ ok: false, refusal: 'not-allowed' })
    const put = await send(editor, other.organisationId, { intent: 'apply', text: fileOf(everyType) })
    expect(put.status).toBe(400)
    expect(await other.inBank()).toEqual([])
    const teacher = await makeActor(db, 'medarbetare', { organisationId })
    expect((await send(teacher, organisationId, { file: yaml(fileOf(everyType)) })).status).toBe(403)
    expect((await ask(loader as never, teacher.personId, paths.importQuestions())).status).toBe(403)
    expect((await ask(loader as never, editor.personId, paths.importQuestions())).status).toBe(200)
  })
})
