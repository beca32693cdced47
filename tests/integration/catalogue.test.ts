import { describe, expect, it } from 'vitest'
import {
  findCourse,
  findCourseForCompletion,
  findLecture,
  findLectureById,
  findLesson,
  listCourses,
  listLectures,
} from '~/domains/catalogue/index.server'
import { noFilter } from '~/domains/catalogue'
import { testDatabase } from '../support/database'
import { makeCourse, makeLecture, unique } from '../support/factories'

const visitor = { personId: null, today: '2025-03-24' }

const db = await testDatabase()

describe('a course', () => {
  it('is found with its lessons in order, without retired ones', async () => {
    const made = await makeCourse(db, { lessons: ['article', 'quiz', 'reflection'], lessonMinutes: 20 })
    await db
      .updateTable('lesson')
      .set({ retired_at: new Date('2025-01-01') })
      .where('course_id', '=', made.courseId)
      .where('position', '=', 2)
      .execute()
    const course = await findCourse(db, made.slug)
    expect(course).toMatchObject({ courseId: made.courseId, nominalMinutes: 60, retiredAt: null, coverPath: null })
    expect(course?.lessons.map(({ kind, position }) => [kind, position])).toEqual([
      ['article', 1],
      ['reflection', 3],
    ])
    expect(await findCourseForCompletion(db, made.courseId)).toEqual({
      courseId: made.courseId,
      language: 'sv',
      translations: {},
      slug: made.slug,
      revision: 1,
      title: made.title,
      level: 1,
      assessed: true,
      nominalMinutes: 60,
      outcomes: course?.outcomes,
      competences: [{ code: 'K1.1', level: 2, weight: 1 }],
      lessons: course?.lessons,
      terms: course?.terms,
    })
  })

  it('is undefined when there is none', async () => {
    expect(await findCourse(db, 'saknas')).toBeUndefined()
    expect(await findCourseForCompletion(db, crypto.randomUUID())).toBeUndefined()
  })

  it('leaves the list when it is retired, and can still be opened by those who finished it', async () => {
    const made = await makeCourse(db)
    const listed = async () => (await listCourses(db, visitor)).courses.some(({ slug }) => slug === made.slug)
    expect(await listed()).toBe(true)
    await db
      .updateTable('course')
      .set({ retired_at: new Date('2025-01-01') })
      .where('course_id', '=', made.courseId)
      .execute()
    expect(await listed()).toBe(false)
    expect((await findCourse(db, made.slug))?.retiredAt).toEqual(new Date('2025-01-01'))
  })

  it('is listed by what it counts towards', async () => {
    const made = await makeCourse(db, { level: 4, competences: [{ code: 'K8.4', level: 3, weight: 0.5 }] })
    const { courses, facets, total } = await listCourses(db, visitor, { ...noFilter, areas: ['K8'], levels: [4] })
    expect(courses.map(({ slug }) => slug)).toContain(made.slug)
    expect(courses.every(({ level }) => level === 4)).toBe(true)
    expect(total).toBeGreaterThanOrEqual(courses.length)
    expect(facets.areas.find(({ value }) => value === 'K8')).toMatchObject({ active: true, count: courses.length })
  })
})

describe('a lesson', () => {
  it('is found in its own course only', async () => {
    const one = await makeCourse(db, { lessons: ['quiz'] })
    const other = await makeCourse(db, { lessons: ['article', 'article'] })
    const lesson = await findLesson(db, one.slug, 'lektion-1')
    expect(lesson).toMatchObject({ courseSlug: one.slug, kind: 'quiz', revision: 1, lectureId: null })
    expect(lesson?.questions).toHaveLength(3)
    expect(await findLesson(db, one.slug, 'lektion-2')).toBeUndefined()
    expect((await findLesson(db, other.slug, 'lektion-2'))?.lessons).toHaveLength(2)
  })
})

describe('a lecture', () => {
  it('has addresses ready for the page and names the courses it belongs to', async () => {
    const course = await makeCourse(db, { lessons: ['lecture'] })
    const slug = course.lecture?.slug ?? ''
    const lecture = await findLecture(db, slug)
    expect(lecture).toMatchObject({
      videoPath: `/media/lectures/${slug}/video.mp4`,
      posterPath: `/media/lectures/${slug}/poster.jpg`,
      captionsPath: `/media/lectures/${slug}/captions.sv.vtt`,
      courses: [{ slug: course.slug, title: course.title, lessonSlug: 'lektion-1' }],
    })
    expect(await findLectureById(db, lecture?.lectureId ?? '')).toEqual(lecture)
  })

  it('is listed by title in Swedish order until it is retired', async () => {
    const mark = unique('ordning')
    for (const letter of ['Ö', 'A', 'Z', 'Å']) await makeLecture(db, { title: `${mark} ${letter}` })
    const titles = async () =>
      (await listLectures(db)).flatMap(({ title }) => (title.startsWith(mark) ? [title.slice(-1)] : []))
    expect(await titles()).toEqual(['A', 'Z', 'Å', 'Ö'])
    await db
      .updateTable('lecture')
      .set({ retired_at: new Date('2025-01-01') })
      .where('title', '=', `${mark} Z`)
      .execute()
    expect(await titles()).toEqual(['A', 'Å', 'Ö'])
  })
})
