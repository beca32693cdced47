import { expect, test } from 'vitest'
import { activityFieldsOf, readActivity } from './forms'

const organisationId = '6f1c1f0e-0a51-4f0e-9d0a-2b8b4f9f6a11'
const offered = { organisationIds: [organisationId], projectIds: [], codes: [] }
const typed = { ...activityFieldsOf(undefined), organisationId, title: 'Workshop', summary: 'Vi prövar.' }

test('themes and audiences are those ticked and known, in one order', () => {
  const fields = { ...typed, themes: ['validering', 'sprakutveckling', 'fest'], audiences: ['rektor', 'alla'] }
  expect(readActivity(fields, { type: 'doc', content: [] }, offered)).toMatchObject({
    ok: true,
    value: { content: { themes: ['sprakutveckling', 'validering'], audiences: ['rektor'] } },
  })
})

test('what is wrong is said by field', () => {
  const fields = { ...typed, title: ' ', attendedPercent: '120', onlyListed: 'ja' }
  expect(readActivity(fields, { type: 'doc', content: [] }, offered)).toEqual({
    ok: false,
    faults: { title: 'title', attendedPercent: 'percent', listed: 'listed-none' },
  })
})
