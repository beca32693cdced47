import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { findCourse, listBank } from '~/domains/catalogue/index.server'
import { analysePackage } from '~/journeys/analyse-package.server'
import type { OrganisationId } from '~/shared/ids'
import { readPackage } from '~db/seed/package'
import { configure, draftOf, makeDraft, monday, publish, restructure, write } from '../support/authoring'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation, makePerson, westumFramework } from '../support/factories'
import { makeFullDraft } from '../support/full-draft'
import { storage } from '../support/media'
import { exported, filesOf, groundOf, imported, opened, roomy } from '../support/packages'

const db = await testDatabase()
await westumFramework(db)
const editor = await makeActor(db, 'redaktor')
const { organisationId: library } = await makeOrganisation(db)
const ground = { ...groundOf(db), storage }

const fullDraft = (tag: string) => makeFullDraft(db, editor, library, tag)

/** Zips the files of a package again, some of them changed (undefined: left out), with a manifest that says so. */
function rezipped(zip: Uint8Array, change: Record<string, string | undefined>, said: object = {}): Uint8Array {
  const files = new Map([...filesOf(zip)].map(([name, text]) => [name, Buffer.from(text, 'latin1')]))
  const manifest = JSON.parse(String(files.get('manifest.json'))) as object
  files.delete('manifest.json')
  for (const [name, text] of Object.entries(change)) {
    if (text === undefined) files.delete(name)
    else files.set(name, Buffer.from(text))
  }
  const listed = [...files].map(([name, bytes]) => ({
    path: name,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }))
  const origin = { address: '', state: 'draft', revision: null }
  files.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, origin, files: listed, ...said })))
  return zipSync(Object.fromEntries([...files].map(([name, bytes]) => [name, new Uint8Array(bytes)])))
}

const problemsOf = async (zip: Uint8Array) =>
  (await analysePackage(ground, editor, await readPackage(await opened(zip)))).read.problems

async function mediaOf(organisationId: OrganisationId): Promise<string[]> {
  const rows = await db
    .selectFrom('media_item')
    .where('organisation_id', '=', organisationId)
    .select('media_id')
    .execute()
  return rows.map(({ media_id }) => media_id)
}

describe('a draft with everything', () => {
  it('comes out of another library as it went in, but for its address, and its questions are in the bank', async () => {
    const tag = `prov-${Math.round(performance.now() * 1000)}`
    const slug = await fullDraft(tag)
    const other = await makeOrganisation(db)
    const first = await exported(ground, slug, 'draft')
    const { contents, outcome } = await imported(ground, editor, first, { library: other.organisationId })
    if (!outcome.ok) throw new Error(outcome.refusal)
    const made = outcome.value.slug
    expect(made).toBe(`${slug}-2`)
    expect(contents).toMatchObject({ questions: 3, unknownCodes: [], present: { hasChanges: true, mayReplace: true } })
    expect(contents.files.map(({ path }) => path)).toEqual(['mall.txt', 'var-bild.png'])
    await db.updateTable('bank_question').set({ retired_at: monday }).where('organisation_id', '=', library).execute()
    const second = await exported(ground, made, 'draft')
    const renamed = [...filesOf(second)].map(([name, text]) => [name, text].map((each) => each.replaceAll(made, slug)))
    const [went, came] = [filesOf(first), new Map(renamed as [string, string][])]
    for (const files of [went, came]) files.delete('manifest.json')
    expect([...came.keys()].sort()).toEqual([...went.keys()].sort())
    for (const [name, text] of went) expect([name, came.get(name)]).toEqual([name, text])
    expect(went.get(`courses/${slug}/course.yaml`)).toContain('tom')
    const inEnglish = (name: string) => went.get(`courses/${slug}/${name}.en.md`)
    expect(inEnglish('forsta')).not.toMatch(/^is[A-Z]/m)
    expect(inEnglish('andra')).toMatch(/^isUnfinished: true$/m)
    expect(inEnglish('prov')).toMatch(/^questions:$/m)
    expect(inEnglish('uppgift')).not.toMatch(/^is[A-Z]/m)
    expect(inEnglish('tanke')).toMatch(/^isOutdated: true$/m)
    const scope = { everywhere: false, organisationIds: [other.organisationId] }
    const filter = { words: '', type: null, tag, competence: null, course: null, retired: false }
    expect(await listBank(db, scope, filter)).toHaveLength(3)
    expect(await mediaOf(other.organisationId)).toHaveLength(2)
  })
})

describe('a course that is here already', () => {
  it('gets a new draft; what is published stays, and lessons stay the same lessons', async () => {
    const slug = await makeDraft(db, editor, ['Kvar', 'Bort'])
    await publish(db, editor, slug)
    const zip = await exported(ground, slug, 'published')
    const before = await draftOf(db, slug)
    await restructure(db, editor, slug, { kind: 'add-lesson', lessonKind: 'article', title: 'Ny', moduleId: null })
    await write(db, editor, slug, 'Kvar', 'Annat.')
    const gone = { [`courses/${slug}/bort.md`]: undefined }
    const course = filesOf(zip).get(`courses/${slug}/course.yaml`) ?? ''
    const shorter = Buffer.from(course, 'latin1')
      .toString('utf8')
      .replace('  - bort\n', '')
      .replace(/^title: .*$/m, 'title: Omskriven')
    const changed = rezipped(zip, { ...gone, [`courses/${slug}/course.yaml`]: shorter })
    const { contents, outcome } = await imported(ground, editor, changed, { library, target: { kind: 'draft' } })
    expect(outcome).toEqual({ ok: true, value: { slug } })
    expect(contents.present).toMatchObject({ isPublished: true, hasChanges: true, mayReplace: true })
    const after = await draftOf(db, slug)
    expect(after).toMatchObject({ state: 'utkast', settings: { title: 'Omskriven' }, courseId: before.courseId })
    expect(after.lessons.map(({ lessonId }) => lessonId)).toEqual([before.lessons[0]?.lessonId])
    expect(after.removed.map(({ title }) => title).sort()).toEqual(['Bort', 'Ny'])
    expect(await findCourse(db, slug)).toMatchObject({ revision: 1, title: before.settings.title })
    expect((await publish(db, editor, slug)).ok).toBe(true)
    expect(await findCourse(db, slug)).toMatchObject({ revision: 2, title: 'Omskriven' })
  })
})

describe('nothing is taken in', () => {
  const attempt = async (actor: typeof editor, organisationId: OrganisationId, quota = roomy) => {
    const slug = await fullDraft(`t-${Math.round(performance.now() * 1000)}`)
    const zip = await exported(ground, slug, 'draft')
    const before = (await db.selectFrom('course_draft').select('slug').execute()).length
    const wish = { library: organisationId, target: { kind: 'new' as const, organisationId: null }, quota }
    const { outcome } = await imported(ground, actor, zip, wish)
    expect((await db.selectFrom('course_draft').select('slug').execute()).length).toBe(before)
    expect(await mediaOf(organisationId)).toEqual([])
    return outcome
  }

  it('for a leader outside the own organisation', async () => {
    const { organisationId: own } = await makeOrganisation(db)
    const { actor: leader } = await makePerson(db, { grants: [{ role: 'kursansvarig', organisationId: own }] })
    const outcome = await attempt(leader, (await makeOrganisation(db)).organisationId)
    expect(outcome).toEqual({ ok: false, refusal: 'not-allowed' })
  })

  it('when the files do not fit', async () => {
    const { organisationId } = await makeOrganisation(db)
    expect(await attempt(editor, organisationId, { ...roomy, organisation: 50 })).toEqual({
      ok: false,
      refusal: 'organisation-full',
    })
  })
})

describe('what is wrong is said by file, line and field', () => {
  it.each<[string, (slug: string) => Record<string, string | undefined>, object]>([
    [
      'a competence level that is none',
      (slug) => ({ [`courses/${slug}/course.yaml`]: `slug: ${slug}\ntitle: T\nlevel: 9\n` }),
      { line: 3, field: 'level' },
    ],
    ['a lesson without its file', (slug) => ({ [`courses/${slug}/ett.md`]: undefined }), { field: 'lessons.0' }],
    [
      'HTML in a text',
      (slug) => ({
        [`courses/${slug}/ett.md`]: '---\ntitle: Ett\nkind: article\nminutes: 1\n---\n\n<script>1</script>\n',
      }),
      { line: 7, remedy: 'Skriv om med Markdown; HTML används inte.' },
    ],
    [
      'a drawing with a script',
      (slug) => ({ [`courses/${slug}/a.svg`]: '<svg viewBox="0 0 1 1" onload="x()"></svg>' }),
      { message: 'Bilden innehåller skript.' },
    ],
    [
      'a picture that is none',
      (slug) => ({ [`courses/${slug}/a.png`]: 'MZ' }),
      { message: 'Filens innehåll stämmer inte med namnet.' },
    ],
    [
      'a file of another kind',
      (slug) => ({ [`courses/${slug}/a.exe`]: 'MZ' }),
      { file: expect.stringContaining('a.exe') },
    ],
    ['a file out of place', () => ({ 'annat/fil.md': 'x' }), { message: 'Filen hör inte till ett kurspaket.' }],
  ])('%s', async (_name, change, expected) => {
    const slug = await makeDraft(db, editor, ['Ett'])
    const found = await problemsOf(rezipped(await exported(ground, slug, 'draft'), change(slug)))
    expect(found).toContainEqual(expect.objectContaining(expected))
  })

  it('a manifest that is missing, newer, or tells of other bytes', async () => {
    const slug = await makeDraft(db, editor, ['Ett'])
    const zip = await exported(ground, slug, 'draft')
    expect(await problemsOf(zipSync({ 'readme.md': new Uint8Array([65]) }))).toMatchObject([{ file: 'manifest.json' }])
    expect(await problemsOf(rezipped(zip, {}, { version: 2 }))).toMatchObject([{ field: 'version' }])
    expect(await problemsOf(rezipped(zip, {}, { course: '../..' }))).toMatchObject([{ field: 'course' }])
    const untold = rezipped(zip, {}, { files: [] })
    expect((await problemsOf(untold)).map(({ message }) => message)).toContain('Filen står inte i manifest.json.')
    const told = [{ path: `courses/${slug}/ett.md`, bytes: 1, sha256: 'ab'.repeat(32) }]
    expect((await problemsOf(rezipped(zip, {}, { files: told }))).map(({ message }) => message)).toContain(
      'Filen har ändrats sedan paketet gjordes.',
    )
  })

  it('competences that are not here are named and left out', async () => {
    const slug = await makeDraft(db, editor, ['Ett'])
    await configure(db, editor, slug, { competences: [{ code: 'K8.9', level: 1, weight: 1 }] })
    const { contents, outcome } = await imported(ground, editor, await exported(ground, slug, 'draft'), { library })
    expect(contents.unknownCodes).toEqual(['K8.9'])
    if (!outcome.ok) throw new Error(outcome.refusal)
    expect((await draftOf(db, outcome.value.slug)).settings.competences).toEqual([])
  })
})
