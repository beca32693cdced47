import path from 'node:path'
import {
  type AssignmentSettings,
  emptyDocument,
  plainQuiz,
  type Question,
  type QuestionTexts,
  type QuizTexts,
  slugOf,
  textsBetween,
} from '~/domains/catalogue'
import {
  addBankQuestion,
  beginText,
  type LessonWriting,
  listTexts,
  saveLesson,
  saveSettings,
  sealOfSettings,
} from '~/domains/catalogue/index.server'
import type { Actor } from '~/domains/identity'
import type { RichDocument } from '~/shared/editor/document'
import type { OrganisationId } from '~/shared/ids'
import type { Db } from '~db/schema'
import { draftOf, makeDraft, monday, restructure, textOf } from './authoring'
import { upload } from './media'
import { everyType } from './questions'

/** Who makes the draft where, and whose library has its files. */
interface Makers {
  db: Db
  editor: Actor
  library: OrganisationId
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function bring({ db, editor, library }: Makers, name: string, bytes: Buffer): Promise<string> {
  const brought = await upload(db, editor, { organisationId: library, name, bytes })
  if (!brought.ok) throw new Error(brought.refusal)
  return `/media/fil/${brought.value.mediaId}/${slugOf(path.parse(name).name)}${path.extname(name)}?v=1`
}

/** What a question says in another language, word for word. */
function wordForWord(question: Question): QuestionTexts {
  const own = textsBetween(question, question) ?? { texts: {} }
  const other = (words: string) => `${words} (en)`
  const accepted = Object.entries(own.accepted ?? {}).map(([part, answers]) => [part, answers.map(other)])
  return {
    texts: Object.fromEntries(Object.entries(own.texts).map(([words, said]) => [words, other(said)])),
    ...(accepted.length === 0 ? {} : { accepted: Object.fromEntries(accepted) as Record<string, string[]> }),
  }
}

/** An assignment with every step, and a criterion that is not finished yet. */
const everyStep: AssignmentSettings = {
  minWords: 40,
  mostFiles: 2,
  rubric: [
    {
      key: 'tydlighet',
      title: 'Tydlighet',
      levels: [
        { key: 'otydlig', title: 'Otydlig', text: 'Läsaren får gissa.' },
        { key: 'tydlig', title: 'Tydlig', text: 'Läsaren förstår.' },
      ],
    },
    { key: 'kriterium-2', title: 'Inte färdigt', levels: [] },
  ],
  train: false,
  examples: [
    { key: 'exempel-1', title: 'Ett svar', text: 'Så här.', levels: { tydlighet: 'tydlig' }, comment: 'Bra.' },
  ],
  peer: { count: 2, days: 14, anonymous: false, acrossOrganisations: true },
  self: true,
  leader: false,
}

/** A draft with everything that a course can have: modules, languages, files, every question, questions to draw. */
export async function makeFullDraft(db: Db, editor: Actor, library: OrganisationId, tag: string): Promise<string> {
  const makers = { db, editor, library }
  const slug = await makeDraft(db, editor, ['Första', 'Andra'], null)
  const picture = await bring(makers, 'Vår bild.png', png)
  const file = await bring(makers, 'mall.txt', Buffer.from('En mall att fylla i.'))
  const body: RichDocument = {
    type: 'doc',
    content: [
      ...textOf('Med bild och fil.').content,
      { type: 'image', attrs: { src: picture, alt: 'En prick', title: 'Pricken', width: 1, height: 1 } },
      { type: 'file', attrs: { src: file, name: 'Mall', kind: 'txt', size: 20 } },
      { type: 'details', attrs: { summary: 'Mer' }, content: textOf('Inuti.').content },
    ],
  }
  const module = await draftModule(makers, slug, 'Del ett')
  await draftModule(makers, slug, 'Del två, tom än')
  await restructure(db, editor, slug, { kind: 'add-lesson', lessonKind: 'quiz', title: 'Prov', moduleId: module })
  await restructure(db, editor, slug, {
    kind: 'add-lesson',
    lessonKind: 'reflection',
    title: 'Tanke',
    moduleId: module,
  })
  await restructure(db, editor, slug, {
    kind: 'add-lesson',
    lessonKind: 'assignment',
    title: 'Uppgift',
    moduleId: module,
  })
  await restructure(db, editor, slug, {
    kind: 'add-lesson',
    lessonKind: 'lecture',
    title: 'Utan film än',
    moduleId: null,
  })
  const { settings, lessons } = await draftOf(db, slug)
  const at = (title: string) => lessons.find((each) => each.title === title)
  const save = async (
    title: string,
    language: 'sv' | 'en',
    wish: Partial<LessonWriting> & { title?: string; body?: RichDocument; task?: RichDocument },
  ) => {
    const lesson = at(title)
    if (lesson === undefined) throw new Error(title)
    const { minutes, settings: own } = lesson
    const { title: said = title, body: written = textOf(title), task, ...more } = wish
    const start = { language, title: said, body: emptyDocument, prompt: emptyDocument }
    const begun = await beginText(db, editor, { slug, lessonId: lesson.lessonId, text: start, now: monday })
    if (!begun.ok) throw new Error(begun.refusal)
    const stored = (await listTexts(db, lesson.lessonId)).find((each) => each.language === language)
    if (stored === undefined) throw new Error(language)
    const text = { title: said, body: written, baseSeq: stored.seq }
    const prompt = task && { body: task, baseSeq: stored.prompt?.seq ?? 0 }
    const writing = { language, minutes, settings: own, text, prompt, ...more }
    const saved = await saveLesson(db, editor, { slug, lessonId: lesson.lessonId, writing, now: monday })
    if (!saved.ok || saved.value.met.length > 0) throw new Error(`${title} in ${language} was not saved`)
  }
  await save('Första', 'sv', { body })
  const done = (questions: QuizTexts = {}) => ({ translation: { questions, isDone: true } })
  await save('Första', 'en', { title: 'First', body: textOf('In English.'), ...done() })
  await save('Andra', 'en', { title: 'Second', body: textOf('Begun.') })
  const quiz = { ...plainQuiz, maxAttempts: 3, draw: { count: 2, tag }, tell: 'never' as const }
  await save('Prov', 'sv', { settings: { kind: 'quiz', pass: 60, quiz, questions: everyType } })
  const asked = { kind: 'quiz' as const, pass: 60, quiz, questions: everyType }
  const inEnglish = Object.fromEntries(everyType.map((question) => [question.key, wordForWord(question)]))
  await save('Prov', 'en', { title: 'Test', settings: asked, ...done(inEnglish) })
  const reflection = { kind: 'reflection' as const, minWords: 30 }
  await save('Tanke', 'sv', { settings: reflection, task: textOf('Vad tog du med dig?') })
  await save('Tanke', 'en', { settings: reflection, task: textOf('What did you bring?'), ...done() })
  await save('Tanke', 'sv', { settings: reflection, body: textOf('Ny text.') })
  await save('Uppgift', 'sv', {
    settings: { kind: 'assignment', assignment: everyStep },
    task: textOf('Skriv om en lektion.'),
  })
  await save('Uppgift', 'en', {
    title: 'Task',
    settings: { kind: 'assignment', assignment: everyStep },
    task: textOf('Write about a lesson.'),
    ...done(),
  })
  const changed = {
    ...settings,
    coverPath: picture.replace('/media/', ''),
    coverAlt: 'En prick',
    sources: [{ title: 'En källa: med kolon', publisher: 'Förlaget', url: 'https://example.org/a?b=1', year: 2024 }],
    translations: { en: { title: 'Course', summary: '', description: textOf('About.'), outcomes: ['try'] } },
  }
  const version = sealOfSettings((await draftOf(db, slug)).settings)
  const configured = await saveSettings(db, editor, { slug, settings: changed, version, now: monday })
  if (!configured.ok) throw new Error(configured.refusal)
  for (const question of everyType.slice(0, 3)) {
    const content = { question, courseId: null, tags: [tag], competenceCodes: ['K1.1'] }
    const made = await addBankQuestion(db, editor, { organisationId: library, content, now: monday })
    if (!made.ok) throw new Error(made.refusal)
  }
  return slug
}

async function draftModule({ db, editor }: Makers, slug: string, title: string): Promise<string> {
  await restructure(db, editor, slug, { kind: 'add-module', title })
  const made = (await draftOf(db, slug)).modules.find((each) => each.title === title)
  if (made === undefined) throw new Error(title)
  return made.moduleId
}
