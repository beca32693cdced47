import { stringify } from 'yaml'
import { type PlainQuiz, plainFromQuiz } from './plain-quiz'

/** A quiz as a file to download. */
export function quizFile(quiz: PlainQuiz, name: string, form: 'yaml' | 'json'): Response {
  const plain = plainFromQuiz(quiz)
  const text = form === 'json' ? `${JSON.stringify(plain, undefined, 2)}\n` : stringify(plain)
  return new Response(text, {
    headers: {
      'Content-Type': form === 'json' ? 'application/json' : 'application/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.${form}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
