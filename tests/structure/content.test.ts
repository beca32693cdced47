import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { questionTypes } from '~/domains/catalogue'
import { courseKey } from '../support/course-key'

const courses = readdirSync(path.resolve(import.meta.dirname, '../../content/courses'))

describe('the courses that come with the portal', () => {
  it('show every type of question in at least one of them', () => {
    const asked = courses.map(
      (slug) => new Set(courseKey(slug).lessons.flatMap(({ questions }) => questions.map(({ type }) => type))),
    )
    expect(asked.map((types) => questionTypes.filter((type) => !types.has(type)))).toContainEqual([])
  })
})
