import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Question } from '~/domains/catalogue'
import { answersTo } from '../../db/seed/demo/answers'
import { question as questionFormat } from '../../db/seed/content/question-format'

interface LessonKey {
  slug: string
  kind: 'article' | 'lecture' | 'quiz' | 'reflection' | 'assignment'
  title: string
  minutes: number
  questions: { key: string; type: Question['type']; right: string[] }[]
  minWords: number
}

const content = path.resolve(import.meta.dirname, '..', '..', 'content')

function frontmatterOf(file: string): Record<string, unknown> {
  const [, head = ''] = readFileSync(file, 'utf8').split(/^---$/m)
  return parse(head) as Record<string, unknown>
}

function keysOf(questions: unknown): LessonKey['questions'] {
  return ((questions as unknown[] | undefined) ?? []).map((source) => {
    const question = questionFormat.parse(source)
    return { key: question.key, type: question.type, right: answersTo(question).right }
  })
}

/** The lessons of a course in content/ with the right answers of their questions. */
export function courseKey(slug: string): { title: string; minutes: number; lessons: LessonKey[] } {
  const folder = path.join(content, 'courses', slug)
  const course = parse(readFileSync(path.join(folder, 'course.yaml'), 'utf8')) as { title: string; lessons: string[] }
  const lessons = course.lessons.map((lesson): LessonKey => {
    const head = frontmatterOf(path.join(folder, `${lesson}.md`))
    const lecture =
      head['lecture'] === undefined
        ? undefined
        : (parse(readFileSync(path.join(content, 'lectures', String(head['lecture']), 'lecture.yaml'), 'utf8')) as {
            check: { questions: unknown }
          })
    return {
      slug: lesson,
      kind: head['kind'] as LessonKey['kind'],
      title: String(head['title']),
      minutes: Number(head['minutes']),
      questions: keysOf(head['questions'] ?? lecture?.check.questions),
      minWords: Number((head['reflection'] as { minWords?: number } | undefined)?.minWords ?? 0),
    }
  })
  return { title: course.title, minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0), lessons }
}
