import { type Assignment, courseTerms, type Question } from '~/domains/catalogue'
import type { Db } from '~db/schema'
import { answersTo } from './answers'

export interface GroundQuestion {
  key: string
  /** An answer that is right, and some that are not. */
  right: string[]
  wrong: string[][]
}
export interface GroundLesson {
  lessonId: string
  slug: string
  title: string
  kind: 'article' | 'lecture' | 'quiz' | 'reflection' | 'assignment'
  minutes: number
  pass: number
  /** Words that a reflection or an assignment asks for. */
  minWords: number
  /** Of an assignment: its examples and criteria with the levels that may be chosen. */
  assignment: Pick<Assignment, 'examples' | 'rubric'> | null
  questions: GroundQuestion[]
  lecture: {
    lectureId: string
    durationSeconds: number
    pass: number
    questions: GroundQuestion[]
  } | null
}
export interface GroundCourse {
  courseId: string
  slug: string
  revision: number
  title: string
  level: number
  assessed: boolean
  /** For how many months the course counts; null is for ever. */
  validMonths: number | null
  outcomes: string[]
  nominalMinutes: number
  lessons: GroundLesson[]
  competences: { competenceId: string; level: number; weight: number }[]
}
export interface GroundPartner {
  organisationId: string
  slug: string
  municipalities: { code: string; employerId: string; employerSlug: string }[]
}
/** What the content import has laid, on which the demonstration stands. */
export interface Ground {
  project: { projectId: string; startsOn: string; endsOn: string }
  ownerId: string
  partners: GroundPartner[]
  courses: GroundCourse[]
  competenceIds: string[]
  frameworkVersion: string
}

function readQuestions(value: unknown): GroundQuestion[] {
  return (value as Question[]).map((question) => ({ key: question.key, ...answersTo(question) }))
}

async function readCourses(db: Db, frameworkId: string): Promise<GroundCourse[]> {
  const courses = await db
    .selectFrom('course')
    .select(['course_id', 'slug', 'revision', 'title', 'level', 'assessed', 'outcomes', 'nominal_minutes', 'terms'])
    .where('retired_at', 'is', null)
    .orderBy('slug')
    .execute()
  const lessons = await db
    .selectFrom('lesson')
    .leftJoin('lecture', 'lecture.lecture_id', 'lesson.lecture_id')
    .where('lesson.retired_at', 'is', null)
    .orderBy('lesson.position')
    .select(['lesson.lesson_id', 'lesson.course_id', 'lesson.slug', 'lesson.title', 'lesson.kind', 'lesson.minutes'])
    .select(['lesson.pass', 'lesson.questions', 'lesson.reflection', 'lesson.assignment', 'lesson.lecture_id'])
    .select(['lecture.duration_seconds', 'lecture.check_pass', 'lecture.check_questions'])
    .execute()
  const competences = await db
    .selectFrom('course_competence')
    .innerJoin('competence', 'competence.code', 'course_competence.competence_code')
    .where('competence.framework_id', '=', frameworkId)
    .orderBy('competence.code')
    .select(['course_competence.course_id', 'competence.competence_id'])
    .select(['course_competence.level', 'course_competence.weight'])
    .execute()
  return courses.map((course) => ({
    courseId: course.course_id,
    slug: course.slug,
    revision: course.revision,
    title: course.title,
    level: course.level,
    assessed: course.assessed,
    validMonths: courseTerms.parse(course.terms).validity.months,
    outcomes: course.outcomes,
    nominalMinutes: course.nominal_minutes,
    lessons: lessons
      .filter((lesson) => lesson.course_id === course.course_id)
      .map((lesson) => ({
        lessonId: lesson.lesson_id,
        slug: lesson.slug,
        title: lesson.title,
        kind: lesson.kind,
        minutes: lesson.minutes,
        pass: lesson.pass ?? 0,
        minWords: ((lesson.reflection ?? lesson.assignment) as { minWords: number } | null)?.minWords ?? 0,
        assignment: lesson.assignment as Assignment | null,
        questions: readQuestions(lesson.questions),
        lecture:
          lesson.lecture_id === null
            ? null
            : {
                lectureId: lesson.lecture_id,
                durationSeconds: Math.floor(lesson.duration_seconds ?? 0),
                pass: lesson.check_pass ?? 0,
                questions: readQuestions(lesson.check_questions ?? []),
              },
      })),
    competences: competences
      .filter((row) => row.course_id === course.course_id)
      .map((row) => ({
        competenceId: row.competence_id,
        level: row.level,
        weight: row.weight,
      })),
  }))
}

async function readPartners(db: Db, projectId: string): Promise<GroundPartner[]> {
  const rows = await db
    .selectFrom('partner_municipality as covered')
    .innerJoin('organisation as partner', 'partner.organisation_id', 'covered.organisation_id')
    .innerJoin('organisation_municipality as responsible', 'responsible.municipality_code', 'covered.municipality_code')
    .innerJoin('organisation as employer', 'employer.organisation_id', 'responsible.organisation_id')
    .where('covered.project_id', '=', projectId)
    .orderBy('partner.slug')
    .orderBy('covered.municipality_code')
    .orderBy('employer.slug')
    .select(['partner.organisation_id', 'partner.slug', 'covered.municipality_code as code'])
    .select(['employer.organisation_id as employerId', 'employer.slug as employerSlug'])
    .execute()
  const partners = new Map<string, GroundPartner>()
  for (const { organisation_id: organisationId, slug, ...municipality } of rows) {
    const partner = partners.get(slug) ?? {
      organisationId,
      slug,
      municipalities: [],
    }
    if (!partner.municipalities.some(({ code }) => code === municipality.code))
      partner.municipalities.push(municipality)
    partners.set(slug, partner)
  }
  return [...partners.values()]
}

/** Reads the ground in an order that does not depend on ids. Throws when the content has not been imported. */
export async function readGround(db: Db): Promise<Ground> {
  const project = await db
    .selectFrom('project')
    .where('diarienr', '=', '22-035-S05')
    .select(['project_id', 'owner_id', 'starts_on', 'ends_on'])
    .executeTakeFirst()
  const framework = await db
    .selectFrom('framework')
    .where('slug', '=', 'westums-kompetensram')
    .select(['framework_id', 'version'])
    .executeTakeFirst()
  if (project === undefined || framework === undefined) {
    throw new Error('The demonstration needs the imported content: project 22-035-S05 and westums-kompetensram')
  }
  const competences = await db
    .selectFrom('competence')
    .where('framework_id', '=', framework.framework_id)
    .where('retired_at', 'is', null)
    .orderBy('code')
    .select('competence_id')
    .execute()
  return {
    project: {
      projectId: project.project_id,
      startsOn: project.starts_on,
      endsOn: project.ends_on,
    },
    ownerId: project.owner_id,
    partners: await readPartners(db, project.project_id),
    courses: await readCourses(db, framework.framework_id),
    competenceIds: competences.map((row) => row.competence_id),
    frameworkVersion: framework.version,
  }
}
