import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { listWork, openAssessment, openSubmission } from '~/domains/learning/index.server'
import { attachFile, removeFile } from '~/journeys/do-assignment.server'
import { decideSubmission, releaseStage } from '~/journeys/lead-assignment.server'
import { assignmentGround, days, monday, said } from '../support/assignment'
import { testDatabase } from '../support/database'
import { makeActor, makeOrganisation } from '../support/factories'

const db = await testDatabase()
const peer = { count: 1, days: 14, anonymous: true, acrossOrganisations: true }
const every = { train: true, peer, self: true, leader: true }
const everywhere = { everywhere: true, organisationIds: [] }

describe('an assignment with every step', () => {
  it('leads from handing in to a finished course, and tells whom it concerns', async () => {
    const ground = await assignmentGround(db, every)
    const leader = await makeActor(db, 'kursansvarig')
    const [one, two] = [await ground.learner(), await ground.learner()]
    expect(await ground.hand(one)).toMatchObject({
      ok: true,
      value: { created: true, finish: { refusal: 'not-done' } },
    })
    expect(await ground.hand(two)).toMatchObject({ ok: true })
    expect(await ground.tasksOf(one)).toEqual([])
    for (const actor of [one, two]) {
      expect(await ground.assess(actor, { kind: 'train', exampleKey: 'ett' })).toMatchObject({
        value: { created: true },
      })
    }
    expect(await ground.tasksOf(one)).toHaveLength(1)
    for (const actor of [one, two]) {
      await ground.answerAll(actor)
      expect(await ground.assess(actor, { kind: 'self' })).toMatchObject({ ok: true, value: { created: true } })
    }
    const { page, work } = await ground.open(one)
    expect(page.left).toEqual([{ need: 'leader' }])
    expect(work.feedback.map(({ kind, reviewer, comment }) => [kind, reviewer, comment])).toEqual([
      ['peer', null, said.comment],
      ['self', expect.any(String), said.comment],
    ])
    const given = { submissionId: await ground.newestOf(one), assessment: said, now: days(1) }
    expect(await decideSubmission(db, leader, { ...given, decision: 'godkand' })).toEqual({
      ok: true,
      value: { finished: true },
    })
    expect((await ground.open(one)).page.courseFinishedAt).not.toBeNull()
    const { rows } =
      await sql`select (select count(*)::int from certificate where person_id = ${one.personId}) as papers,
      (select count(*)::int from evidence where person_id = ${one.personId}) as evidence`.execute(db)
    expect(rows).toEqual([{ papers: 1, evidence: 1 }])
    expect(await ground.noticesOf(one)).toEqual(['assignment-approved', 'assignment-feedback'])
    expect(await ground.isFinished(two)).toBe(false)
  })

  it('keeps every version when it is sent back, and is not approved unread', async () => {
    const ground = await assignmentGround(db, { leader: true })
    const leader = await makeActor(db, 'kursansvarig')
    const one = await ground.learner()
    await ground.hand(one, 'Min första plan')
    const submissionId = await ground.newestOf(one)
    const given = { submissionId, decision: 'komplettera' as const, now: days(1) }
    const empty = { ...said, comment: '' }
    expect(await decideSubmission(db, leader, { ...given, assessment: empty })).toMatchObject({ refusal: 'comment' })
    expect(await decideSubmission(db, leader, { ...given, assessment: said })).toMatchObject({ ok: true })
    expect((await ground.open(one)).page.left).toEqual([{ need: 'complete' }, { need: 'leader' }])
    expect(await ground.hand(one, 'Min första plan', days(2))).toEqual({ ok: false, refusal: 'unchanged' })
    expect(await ground.hand(one, 'Min andra plan', days(2))).toMatchObject({ value: { created: true } })
    expect(await ground.hand(one, 'Min andra plan', days(2))).toMatchObject({ value: { created: false } })
    const stale = { submissionId, decision: 'godkand' as const, assessment: said, now: days(3) }
    expect(await decideSubmission(db, leader, stale)).toEqual({ ok: false, refusal: 'changed' })
    const { work } = await ground.open(one)
    expect(work.versions.map(({ version, text }) => `${version} ${text}`)).toEqual([
      '2 Min andra plan',
      '1 Min första plan',
    ])
    const newest = { ...stale, submissionId: await ground.newestOf(one) }
    expect(await decideSubmission(db, leader, newest)).toMatchObject({ value: { finished: true } })
    expect(await decideSubmission(db, leader, newest)).toMatchObject({ value: { finished: false } })
    expect(await ground.hand(one, 'Min tredje plan', days(4))).toEqual({ ok: false, refusal: 'approved' })
    expect(await ground.noticesOf(one)).toEqual(['assignment-approved', 'assignment-returned'])
  })

  it.each([
    ['Två ord', 'too-short'],
    ['   ', 'too-short'],
    ['x'.repeat(20_001), 'too-long'],
  ])('refuses %.10s with a word', async (text, refusal) => {
    const ground = await assignmentGround(db, {})
    expect(await ground.hand(await ground.learner(), text)).toEqual({ ok: false, refusal })
  })

  it('takes a file alone when no words are asked for, and no more files than it says', async () => {
    const ground = await assignmentGround(db, { minWords: 0, mostFiles: 1 })
    const one = await ground.learner()
    expect(await ground.hand(one, '')).toEqual({ ok: false, refusal: 'empty' })
    const file = { name: 'plan.pdf', key: 'inlamningar/x/original.pdf', contentType: 'application/pdf', bytes: 10 }
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    expect(await attachFile(db, one, ground.at(), { ...file, fileId: first })).toMatchObject({ ok: true })
    expect(await attachFile(db, one, ground.at(), { ...file, fileId: second })).toMatchObject({ refusal: 'too-many' })
    expect(await ground.hand(one, '')).toMatchObject({ value: { created: true, finish: { ok: true } } })
    await removeFile(db, one, ground.at(), first)
    const { work } = await ground.open(one)
    expect(work.versions[0]?.files.map(({ fileId }) => fileId)).toEqual([first])
    expect(work.attached).toEqual([])
  })
})

describe('the peer round', () => {
  it('closes by its day and asks no more, and too few peers hinder nobody', async () => {
    const ground = await assignmentGround(db, { peer: { ...peer, count: 2 } })
    const [one, two] = [await ground.learner(), await ground.learner()]
    await ground.hand(one)
    await ground.hand(two)
    await ground.answerAll(one)
    const [late = ''] = await ground.tasksOf(two)
    expect((await ground.open(one, days(13))).page.left.map(({ need }) => need)).toEqual(['give', 'receive'])
    expect((await ground.open(one, days(14))).page.left).toEqual([])
    expect(await ground.assess(two, { kind: 'peer', allocationId: late }, days(14))).toMatchObject({
      refusal: 'too-late',
    })
  })

  it('finishes both when the last answer is given', async () => {
    const ground = await assignmentGround(db, { peer })
    const [one, two] = [await ground.learner(), await ground.learner()]
    await ground.hand(one)
    await ground.hand(two)
    await ground.answerAll(one)
    expect([await ground.isFinished(one), await ground.isFinished(two)]).toEqual([false, false])
    await ground.answerAll(two)
    expect([await ground.isFinished(one), await ground.isFinished(two)]).toEqual([true, true])
  })

  it('keeps names from peers when it is anonymous, aliases protected people when it is not', async () => {
    for (const anonymous of [true, false]) {
      const ground = await assignmentGround(db, { peer: { ...peer, anonymous } })
      const open = await ground.learner({ familyName: 'Synlind' })
      const hidden = await ground.learner({ familyName: 'Hemlind', protection: 'protected' })
      await ground.hand(open)
      await ground.hand(hidden)
      const shown = JSON.stringify(await ground.open(open))
      expect(shown).not.toContain('Hemlind')
      expect(shown.includes('Deltagare')).toBe(!anonymous)
      expect(JSON.stringify(await ground.open(hidden)).includes('Synlind')).toBe(!anonymous)
      const [allocationId = ''] = await ground.tasksOf(hidden)
      const ask = { ...ground.at(), language: 'sv' as const, what: { kind: 'peer' as const, allocationId } }
      expect((await openAssessment(db, hidden.personId, ask))?.title).toMatch(anonymous ? /^$/ : /Synlind/)
      expect(await openAssessment(db, open.personId, ask)).toBeUndefined()
    }
  })

  it('stays within an organisation when the course says so', async () => {
    const [home, away] = [await makeOrganisation(db), await makeOrganisation(db)]
    const ground = await assignmentGround(db, { peer: { ...peer, acrossOrganisations: false } })
    const one = await ground.learner({ organisationId: home.organisationId })
    const stranger = await ground.learner({ organisationId: away.organisationId })
    await ground.hand(one)
    await ground.hand(stranger)
    expect(await ground.tasksOf(one)).toEqual([])
    const colleague = await ground.learner({ organisationId: home.organisationId })
    await ground.hand(colleague)
    expect([(await ground.tasksOf(one)).length, (await ground.tasksOf(stranger)).length]).toEqual([1, 0])
  })

  it('gives nobody what was not given to them, nor twice', async () => {
    const ground = await assignmentGround(db, { peer })
    const [one, two] = [await ground.learner(), await ground.learner()]
    await ground.hand(one)
    await ground.hand(two)
    const [allocationId = ''] = await ground.tasksOf(one)
    expect(await ground.assess(two, { kind: 'peer', allocationId })).toMatchObject({ refusal: 'nothing-to-assess' })
    expect(await ground.assess(one, { kind: 'peer', allocationId })).toMatchObject({ value: { created: true } })
    expect(await ground.assess(one, { kind: 'peer', allocationId })).toMatchObject({ value: { created: false } })
    expect(await ground.noticesOf(two)).toEqual(['assignment-feedback'])
  })
})

describe('a course leader', () => {
  it('finishes a step for somebody who is stuck, with a reason that is told and logged', async () => {
    const ground = await assignmentGround(db, { ...every, leader: false })
    const leader = await makeActor(db, 'kursansvarig')
    const one = await ground.learner()
    await ground.hand(one)
    const submissionId = await ground.newestOf(one)
    const reason = 'Det finns ingen kollega i kursen.'
    const wish = { submissionId, reason, now: days(1) }
    expect(await releaseStage(db, leader, { ...wish, stage: 'peer', reason: 'kort' })).toMatchObject({
      refusal: 'reason',
    })
    expect(await releaseStage(db, leader, { ...wish, stage: 'train' })).toMatchObject({ value: { finished: false } })
    expect(await releaseStage(db, leader, { ...wish, stage: 'self' })).toMatchObject({ value: { finished: false } })
    expect(await releaseStage(db, leader, { ...wish, stage: 'peer' })).toMatchObject({ value: { finished: true } })
    expect(await releaseStage(db, leader, { ...wish, stage: 'peer' })).toMatchObject({ value: { finished: false } })
    const { work } = await ground.open(one)
    expect(work.releases.map((release) => release.reason)).toEqual([reason, reason, reason])
    const logged = await db.selectFrom('audit_event').where('subject_id', '=', one.personId).select('action').execute()
    expect(logged.map(({ action }) => action)).toEqual(Array(3).fill('assignment.released'))
  })

  it('finishes the lesson of somebody whose last day has passed, who does no more', async () => {
    const schedule = { deadlineOn: '2025-03-25', afterDeadline: 'stangd' as const }
    const ground = await assignmentGround(db, { self: true, leader: true }, { schedule })
    const leader = await makeActor(db, 'kursansvarig')
    const one = await ground.learner()
    await ground.hand(one)
    expect(await ground.hand(one, 'En senare plan', days(2))).toEqual({ ok: false, refusal: 'not-open' })
    expect(await ground.assess(one, { kind: 'self' }, days(2))).toEqual({ ok: false, refusal: 'not-open' })
    const ask = { ...ground.at(days(2)), language: 'sv' as const, what: { kind: 'self' as const } }
    expect(await openAssessment(db, one.personId, ask)).toMatchObject({ closed: true })
    const wish = { submissionId: await ground.newestOf(one), now: days(2) }
    const reason = 'Kursens sista dag har passerat.'
    expect(await releaseStage(db, leader, { ...wish, stage: 'self', reason })).toMatchObject({ ok: true })
    expect(await decideSubmission(db, leader, { ...wish, decision: 'godkand', assessment: said })).toEqual({
      ok: true,
      value: { finished: true },
    })
  })

  it('sees and decides within the own reach alone, and never on the own work', async () => {
    const [home, away] = [await makeOrganisation(db), await makeOrganisation(db)]
    const ground = await assignmentGround(db, { leader: true })
    const one = await ground.learner({ organisationId: home.organisationId })
    await ground.hand(one)
    const submissionId = await ground.newestOf(one)
    const near = await makeActor(db, 'kursansvarig', { organisationId: home.organisationId })
    const far = await makeActor(db, 'kursansvarig', { organisationId: away.organisationId })
    const given = { submissionId, decision: 'godkand' as const, assessment: said, now: monday }
    const scopeOf = (organisationId: typeof home.organisationId) => ({
      everywhere: false,
      organisationIds: [organisationId],
    })
    const ask = { reader: far.personId, now: monday }
    expect(await openSubmission(db, submissionId, { ...ask, scope: scopeOf(away.organisationId) })).toBeUndefined()
    expect(await openSubmission(db, submissionId, { ...ask, scope: scopeOf(home.organisationId) })).toBeDefined()
    const course = ground.course.slug
    expect(await listWork(db, scopeOf(away.organisationId), { now: monday, course })).toEqual([])
    expect(await listWork(db, everywhere, { now: monday, course })).toHaveLength(1)
    expect(await decideSubmission(db, far, given)).toMatchObject({ refusal: 'not-found' })
    expect(await decideSubmission(db, one, given)).toMatchObject({ refusal: 'not-allowed' })
    const grants = [{ role: 'kursansvarig' as const, organisationId: null }]
    expect(await decideSubmission(db, { ...one, grants }, given)).toMatchObject({ refusal: 'own' })
    expect(await decideSubmission(db, near, given)).toMatchObject({ value: { finished: true } })
    const late = await ground.learner({ organisationId: home.organisationId })
    await ground.hand(late, 'En plan till', days(1))
    const lines = await listWork(db, everywhere, { now: days(1), course })
    expect(lines.map(({ personId }) => personId)).toEqual([late.personId, one.personId])
  })
})
