/** A fault in a content file, for the person who wrote it: where, what and what to do, in Swedish. */
export interface Problem {
  /** Path inside the content folder. */
  file: string
  line?: number
  field?: string
  message: string
  remedy: string
}

/** One line for a terminal: `courses/x/course.yaml:12 lessons.0: … → …`. */
export function problemLine(problem: Problem): string {
  const place = `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`}`
  const field = problem.field === undefined || problem.field === '' ? '' : ` ${problem.field}`
  return `${place}${field}: ${problem.message} ${problem.remedy}`.trim()
}

/** Gathers the problems of one file. */
export class ProblemList {
  readonly problems: Problem[] = []
  constructor(readonly file: string) {}

  add(problem: Omit<Problem, 'file'> & { file?: string }): void {
    this.problems.push({ file: this.file, ...problem })
  }

  get none(): boolean {
    return this.problems.length === 0
  }
}
