import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openEmbeddedDatabase } from '~db/client'
import { migrateToLatest } from '~db/migrate'
import { importContent, problemLine, readContent } from '~db/seed/content'
import { makeText } from '../support/writing'

const now = new Date('2025-03-24T08:00:00Z')
const later = new Date('2025-03-25T08:00:00Z')
const contentDir = path.resolve(import.meta.dirname, '../../content')

let database: Database
let folder: string
const at = (...names: string[]) => path.join(folder, ...names)
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(at(file), change(readFileSync(at(file), 'utf8')))
const run = (when = later) => importContent(database.kysely, { contentDir: folder, now: when })

// An own database: an import retires what its folder lacks, which would reach the courses of other tests.
beforeAll(async () => {
  database = await openEmbeddedDatabase(undefined, { waitForConnectionMs: 3_000 })
  await migrateToLatest(database.kysely)
  folder = mkdtempSync(path.join(os.tmpdir(), 'content-'))
  cpSync(contentDir, folder, { recursive: true, filter: (name) => !name.includes('.making') })
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the content of the portal', { timeout: 60_000 }, () => {
  it('is free from faults', () => {
    expect(readContent(contentDir).problems.map(problemLine)).toEqual([])
  })

  it('is imported whole, and a second import changes nothing', async () => {
    const first = await run(now)
    expect(first.problems).toEqual([])
    expect(first.updated).toEqual([])
    const courses = await database.kysely.selectFrom('course').select(['slug', 'revision', 'nominal_minutes']).execute()
    expect(courses.length).toBeGreaterThanOrEqual(5)
    expect(courses.every(({ revision }) => revision === 1)).toBe(true)
    const lectures = await database.kysely
      .selectFrom('lecture')
      .select(['duration_seconds', 'transcript_text'])
      .execute()
    expect(lectures.every((lecture) => lecture.duration_seconds > 60 && lecture.transcript_text.length > 500)).toBe(
      true,
    )
    const { mapped } = await database.kysely
      .selectFrom('competence_mapping')
      .select((eb) => eb.fn.countAll<number>().as('mapped'))
      .executeTakeFirstOrThrow()
    expect(mapped).toBeGreaterThan(0)

    const second = await run()
    expect(second).toMatchObject({ created: [], updated: [], retired: [], untouched: [], problems: [] })
    expect(second.unchanged).toBe(first.created.length)
  })
})

describe('a changed folder', { timeout: 60_000 }, () => {
  const slug = 'ai-i-vuxenutbildningen'

  it('gives a changed course a new revision, keeps the old snapshot and retires a lesson that left', async () => {
    const readCourse = () =>
      database.kysely
        .selectFrom('course')
        .select(['course_id', 'revision', 'title', 'published_at'])
        .where('slug', '=', slug)
        .executeTakeFirstOrThrow()
    const before = await readCourse()
    edit(`courses/${slug}/course.yaml`, (text) =>
      text.replace(/^title: .*$/m, 'title: Ny titel').replace(/^ {2}- din-plan-for-ai\n/m, ''),
    )
    rmSync(at('courses', slug, 'din-plan-for-ai.md'))
    expect(await run()).toMatchObject({ updated: [`courses/${slug}`], created: [], problems: [] })
    const after = await readCourse()
    expect(after).toEqual({ ...before, revision: 2, title: 'Ny titel' })
    const revisions = await database.kysely
      .selectFrom('course_revision')
      .select(['revision', sql<string>`document->>'title'`.as('title'), 'published_at'])
      .where('course_id', '=', before.course_id)
      .orderBy('revision')
      .execute()
    expect(revisions.map(({ title }) => title)).toEqual([before.title, 'Ny titel'])
    await expect(
      database.kysely.updateTable('course_revision').set({ document: '{}' }).where('revision', '=', 1).execute(),
    ).rejects.toThrow(/append-only/)
    const lesson = await database.kysely
      .selectFrom('lesson')
      .select('retired_at')
      .where('course_id', '=', before.course_id)
      .where('slug', '=', 'din-plan-for-ai')
      .executeTakeFirstOrThrow()
    expect(lesson.retired_at).toEqual(later)
  })

  it('retires an example whose file is gone and takes it back when it returns, never deleting', async () => {
    const file = at('examples', 'heby-sprakombud.md')
    const text = readFileSync(file, 'utf8')
    const read = () =>
      database.kysely
        .selectFrom('example')
        .select(['example_id', 'retired_at'])
        .where('slug', '=', 'heby-sprakombud')
        .executeTakeFirstOrThrow()
    const before = await read()
    rmSync(file)
    expect((await run()).retired).toEqual(['examples/heby-sprakombud'])
    expect(await read()).toEqual({ ...before, retired_at: later })
    writeFileSync(file, text)
    expect((await run()).updated).toEqual(['examples/heby-sprakombud'])
    expect(await read()).toEqual(before)
  })

  it('leaves rows edited in the portal as they are, changed or gone in the files', async () => {
    const slugs = ['akademi-norr', 'gruppvagledning-cuben']
    await database.kysely
      .updateTable('example')
      .set({ title: 'Redigerad', edited_at: now })
      .where('slug', 'in', slugs)
      .execute()
    edit('examples/akademi-norr.md', (text) => text.replace(/^summary: .*$/m, 'summary: Annat'))
    rmSync(at('examples', 'gruppvagledning-cuben.md'))
    const report = await run()
    expect(report.untouched.sort()).toEqual(['examples/akademi-norr', 'examples/gruppvagledning-cuben'])
    expect(report).toMatchObject({ created: [], updated: [], retired: [] })
    const rows = await database.kysely
      .selectFrom('example')
      .select(['title', 'retired_at'])
      .where('slug', 'in', slugs)
      .execute()
    expect(rows).toEqual(slugs.map(() => ({ title: 'Redigerad', retired_at: null })))
  })

  it('leaves alone what was made in the portal and never was a file', async () => {
    const [example] = await database.kysely.selectFrom('example').selectAll().limit(1).execute()
    if (example === undefined) throw new Error('No example')
    const { textId } = await makeText(database.kysely)
    const { example_id: _id, search: _search, sources, body, ...rest } = example
    await database.kysely
      .insertInto('example')
      .values({
        ...rest,
        text_id: textId,
        slug: 'gjord-i-portalen',
        content_hash: '',
        sources: JSON.stringify(sources),
        body: JSON.stringify(body),
      })
      .execute()
    expect((await run()).retired).toEqual([])
  })

  it('names a bad file with line, field and remedy, keeps its stored row, and imports the others', async () => {
    const quiz = `courses/${slug}/kunskapskontroll-grunderna.md`
    const line =
      readFileSync(at(quiz), 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('feedback:')) + 1
    edit(quiz, (text) => text.replace(/, feedback: "[^"]*" \}/, ' }'))
    edit('examples/myskills-tyskland.md', (text) => text.replace(/^summary: .*$/m, 'summary: Ny sammanfattning'))
    edit('examples/i-best-washington.md', (text) => text.replace(/^level: .*$/m, 'level: galaktisk'))
    const report = await run()
    expect(report.updated).toEqual(['examples/myskills-tyskland'])
    expect(report.retired).toEqual([])
    expect(report.problems).toEqual([
      {
        file: quiz,
        line,
        field: 'questions.0.options.0.feedback',
        message: 'Alternativet saknar återkoppling.',
        remedy: 'Skriv feedback: varför svaret är rätt eller fel.',
      },
      {
        file: 'examples/i-best-washington.md',
        line: 6,
        field: 'level',
        message: 'Värdet finns inte i ordlistan.',
        remedy: 'Använd något av: lokal, regional, nationell, nordisk, internationell.',
      },
    ])
    expect(problemLine({ file: 'a.md', line: 3, message: 'Fel.', remedy: 'Rätta.' })).toBe('a.md:3: Fel. Rätta.')
  })
})

describe('faults in files', { timeout: 60_000 }, () => {
  const faults: [name: string, file: string, change: (text: string) => string, expected: RegExp][] = [
    [
      'broken YAML',
      'courses/validering-steg-for-steg/course.yaml',
      (t) => t.replace('title: ', 'title: a: '),
      /course\.yaml:2.*YAML/,
    ],
    [
      'a picture beside a film that is missing',
      'lectures/stottning-i-praktiken/slides.sv.vtt',
      (t) => t.replace('bild-03.svg ', 'bild-30.svg '),
      /slides\.sv\.vtt.*bild-30\.svg saknas/,
    ],
    [
      'a picture beside a film without a description',
      'lectures/stottning-i-praktiken/slides.sv.vtt',
      (t) => t.replace(/bild-03\.svg .*/, 'bild-03.svg'),
      /slides\.sv\.vtt.*inte en bild med beskrivning/,
    ],
    [
      'a drawing beside a film that runs script',
      'lectures/stottning-i-praktiken/bild-03.svg',
      (t) => t.replace('<rect', '<script>1</script><rect'),
      /bild-03\.svg.*skript/,
    ],
    [
      'an unknown field',
      'organisations/projects.yaml',
      (t) => t.replace('fund: ESF+', 'fond: ESF+'),
      /projects\.yaml:\d+.*fond.*finns inte/,
    ],
    [
      'a picture that is missing',
      'courses/validering-steg-for-steg/vad-validering-ar.md',
      (t) => `${t}\n![En bild](saknas.svg)\n`,
      /vad-validering-ar\.md:\d+.*saknas\.svg finns inte/,
    ],
    [
      'a picture without alternative text',
      'courses/validering-steg-for-steg/vad-validering-ar.md',
      (t) => `${t}\n![](cover.svg)\n`,
      /alternativtext/,
    ],
    [
      'raw HTML',
      'examples/vo-college-fyrbodal.md',
      (t) => `${t}\n<script>alert(1)</script>\n`,
      /vo-college-fyrbodal\.md:\d+.*HTML/,
    ],
    [
      'a script link',
      'examples/vo-college-fyrbodal.md',
      (t) => `${t}\n[klicka](javascript:alert(1))\n`,
      /javascript:alert.*inte tillåten/,
    ],
    [
      'a competence that does not exist',
      'lectures/stottning-i-praktiken/lecture.yaml',
      (t) => t.replace('K2.2', 'K2.9'),
      /K2\.9 finns inte/,
    ],
    [
      'captions that overlap',
      'lectures/stottning-i-praktiken/captions.sv.vtt',
      (t) => t.replace('00:00:03.737', '00:00:03.000'),
      /captions\.sv\.vtt:9.*överlappar/,
    ],
    [
      'two right answers to a single choice',
      'courses/validering-steg-for-steg/kontroll-begrepp-och-kartlaggning.md',
      (t) =>
        t.replace(
          /( +)- \{ key: ([abc]),(?: text: "[^"]*",)(?: correct: true,)?/g,
          '$1- { key: $2, text: x, correct: true,',
        ),
      /Fler än ett alternativ är rätt/,
    ],
    [
      'a drawing with script',
      'courses/validering-steg-for-steg/cover.svg',
      (t) => t.replace('</svg>', '<script>1</script></svg>'),
      /cover\.svg.*skript/,
    ],
  ]
  it.each(faults)('tells of %s', (_name, file, change, expected) => {
    const original = readFileSync(at(file), 'utf8')
    edit(file, change)
    try {
      expect(readContent(folder).problems.map(problemLine).join('\n')).toMatch(expected)
    } finally {
      writeFileSync(at(file), original)
    }
  })
})
