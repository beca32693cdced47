import { expect, it } from 'vitest'
import { decideSubmission } from '~/journeys/lead-assignment.server'
import { assignmentGround, days, said } from '../support/assignment'
import { testDatabase } from '../support/database'
import { makeActor } from '../support/factories'

const db = await testDatabase()
const peer = { count: 2, days: 14, anonymous: true, acrossOrganisations: true }

it('those who hand in at once are given each other, each as many as the rule says', async () => {
  const ground = await assignmentGround(db, { peer })
  const people = [await ground.learner(), await ground.learner(), await ground.learner()]
  const handed = await Promise.all([...people, ...people].map((actor) => ground.hand(actor)))
  expect(handed.filter((each) => each.ok && each.value.created)).toHaveLength(3)
  const pairs = await db.selectFrom('allocation').where('lesson_id', '=', ground.lessonId).selectAll().execute()
  expect(pairs).toHaveLength(6)
  for (const { personId } of people) {
    expect(pairs.filter(({ reviewer_id }) => reviewer_id === personId)).toHaveLength(2)
    expect(pairs.filter(({ author_id }) => author_id === personId)).toHaveLength(2)
  }
})

it('answers that are given at once, each twice, finish everybody once', async () => {
  const ground = await assignmentGround(db, { peer })
  const people = [await ground.learner(), await ground.learner(), await ground.learner()]
  for (const actor of people) await ground.hand(actor)
  const answers = []
  for (const actor of people) {
    for (const allocationId of await ground.tasksOf(actor)) answers.push({ actor, allocationId })
  }
  const given = await Promise.all(
    [...answers, ...answers].map(({ actor, allocationId }) => ground.assess(actor, { kind: 'peer', allocationId })),
  )
  expect(given.filter((each) => each.ok && each.value.created)).toHaveLength(6)
  for (const actor of people) expect(await ground.isFinished(actor)).toBe(true)
  const ids = people.map(({ personId }) => personId)
  const papers = await db.selectFrom('certificate').where('person_id', 'in', ids).select('code').execute()
  expect(papers).toHaveLength(3)
})

it('two course leaders who approve at once approve once', async () => {
  const ground = await assignmentGround(db, { leader: true })
  const leaders = [await makeActor(db, 'kursansvarig'), await makeActor(db, 'kursansvarig')]
  const one = await ground.learner()
  await ground.hand(one)
  const given = {
    submissionId: await ground.newestOf(one),
    decision: 'godkand' as const,
    assessment: said,
    now: days(1),
  }
  const decided = await Promise.all(leaders.map((leader) => decideSubmission(db, leader, given)))
  expect(decided.map((each) => each.ok && each.value.finished).sort()).toEqual([false, true])
  const reviews = await db.selectFrom('review').where('author_id', '=', one.personId).select('kind').execute()
  expect(reviews).toEqual([{ kind: 'leader' }])
  expect(await ground.noticesOf(one)).toEqual(['assignment-approved'])
})

it('a version handed in while a course leader decides is never approved unread', async () => {
  const ground = await assignmentGround(db, { leader: true })
  const leader = await makeActor(db, 'kursansvarig')
  const one = await ground.learner()
  await ground.hand(one)
  const given = {
    submissionId: await ground.newestOf(one),
    decision: 'godkand' as const,
    assessment: said,
    now: days(1),
  }
  const [decided, handed] = await Promise.all([
    decideSubmission(db, leader, given),
    ground.hand(one, 'En helt annan plan', days(1)),
  ])
  const approvedFirst = decided.ok && !handed.ok && handed.refusal === 'approved'
  const handedFirst = handed.ok && !decided.ok && decided.refusal === 'changed'
  expect(approvedFirst || handedFirst).toBe(true)
})
